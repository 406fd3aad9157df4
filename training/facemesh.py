"""Writes face/facemesh.onnx: the FaceMesh network, 468 points and a face score from a 192x192 crop."""

from common.graph import Graph, write
from common.package import PackageFile
from common.tfjs import Translator

WEIGHTS = PackageFile(
    "@vladmandic/human",
    "3.3.6",
    "models/facemesh.bin",
    "3826da640b0a3021161605369ee6af293f75d518040355b960ec71a3390c1c0b",
)
TOPOLOGY = PackageFile(
    "@vladmandic/human",
    "3.3.6",
    "models/facemesh.json",
    "b60ca26f404724f43bd2b1575761d8265180e1f053cc0731caa68462927309e7",
)
LAYERS = "StatefulPartitionedCall/model_1/output_"


def main() -> None:
    """Translate the published graph without its branch of contour values, which nothing of ours reads."""
    graph = Graph("facemesh", ("n", 192, 192, 3))
    translator = Translator(graph, TOPOLOGY.read(), WEIGHTS.read())
    translator.flat_output(f"{LAYERS}mesh/Reshape", "mesh", ("n", 1404))
    translator.flat_output(f"{LAYERS}faceflag/Reshape", "face", ("n", 1))
    write(graph.model(WEIGHTS), "face/facemesh.onnx")


if __name__ == "__main__":
    main()

"""Reading of TensorFlow.js models: the weight manifest, and the graph of the few operators our networks use."""

import base64
import json
import math

import numpy as np

from common.graph import Graph


def weights(manifest: list[dict], data: bytes) -> dict[str, np.ndarray]:
    """Arrays by name in the type they are stored in: float32, float16, int32, or uint8 (see `quantisation`).

    Tensors lie one behind the other in the order of the manifest, without padding.
    """
    arrays = {}
    offset = 0
    for entry in _entries(manifest):
        dtype = np.dtype(entry.get("quantization", entry)["dtype"]).newbyteorder("<")
        count = math.prod(entry["shape"])
        arrays[entry["name"]] = np.frombuffer(data, dtype, count, offset).reshape(entry["shape"])
        offset += count * dtype.itemsize
    if offset != len(data):
        raise ValueError(f"the manifest describes {offset} bytes, the file has {len(data)}")
    return arrays


def quantisation(manifest: list[dict]) -> dict[str, tuple[float, float]]:
    """Scale and minimum of every uint8 tensor: value = stored * scale + minimum."""
    return {
        entry["name"]: (entry["quantization"]["scale"], entry["quantization"]["min"])
        for entry in _entries(manifest)
        if entry.get("quantization", {}).get("dtype") == "uint8"
    }


def _entries(manifest: list[dict]) -> list[dict]:
    return [entry for group in manifest for entry in group["weights"]]


class Translator:
    """Rewrites the part of a TensorFlow.js graph that leads to the wanted outputs as an ONNX graph."""

    def __init__(self, graph: Graph, model: bytes, data: bytes) -> None:
        description = json.loads(model)
        self._graph = graph
        self._nodes = {node["name"]: node for node in description["modelTopology"]["node"]}
        self._weights = weights(description["weightsManifest"], data)
        self._done: dict[str, str] = {}

    def flat_output(self, source: str, name: str, shape: tuple[int | str, ...]) -> None:
        """Add the Reshape node `source` and all that it needs as output `name`."""
        node = self._nodes[source]
        if node["op"] != "Reshape":
            raise ValueError(f"{source} is a {node['op']}, not a Reshape")
        tensor = self._graph.to_nhwc(self._tensor(node["input"][0]))
        self._graph.reshape(tensor, self._weights[node["input"][1]].tolist(), name)
        self._graph.output(name, shape)

    def _tensor(self, name: str) -> str:
        """The NCHW tensor that holds the output of a node, written on first use."""
        if name not in self._done:
            self._done[name] = self._write(self._nodes[name])
        return self._done[name]

    def _write(self, node: dict) -> str:
        graph, inputs = self._graph, node.get("input", [])
        match node["op"]:
            case "Placeholder":
                return graph.to_nchw("image")
            case "_FusedConv2D":
                return self._fused_convolution(node)
            case "DepthwiseConv2dNative":
                filters = self._weights[inputs[1]]  # height, width, channel, multiplier
                height, width, channels, multiplier = filters.shape
                filters = filters.transpose(2, 3, 0, 1).reshape(channels * multiplier, 1, height, width)
                return graph.node(
                    "Conv", [self._tensor(inputs[0]), graph.weight(filters)], **_window(node), group=channels
                )
            case "MaxPool":
                kernel = [int(size) for size in node["attr"]["ksize"]["list"]["i"][1:3]]
                return graph.node("MaxPool", [self._tensor(inputs[0])], kernel_shape=kernel, **_window(node))
            case "Pad":
                pads = self._weights[inputs[1]]
                if pads[:3].any() or pads[3, 0]:
                    raise ValueError(f"{node['name']} pads more than the end of the channels")
                return graph.pad_end(self._tensor(inputs[0]), channels=int(pads[3, 1]))
            case "Prelu":
                return self._prelu(self._tensor(inputs[0]), inputs[1])
            case "AddV2":
                return graph.node("Add", [self._tensor(name) for name in inputs])
            case "Relu" | "Sigmoid" as op:
                return graph.node(op, [self._tensor(inputs[0])])
            case op:
                raise NotImplementedError(op)

    def _fused_convolution(self, node: dict) -> str:
        graph, inputs = self._graph, node["input"]
        filters = self._weights[inputs[1]].transpose(3, 2, 0, 1)  # from height, width, in, out
        arguments = [self._tensor(inputs[0]), graph.weight(filters), graph.weight(self._weights[inputs[2]])]
        tensor = graph.node("Conv", arguments, **_window(node))
        match [_text(op) for op in node["attr"]["fused_ops"]["list"]["s"]]:
            case ["BiasAdd"]:
                return tensor
            case ["BiasAdd", "Relu"]:
                return graph.node("Relu", [tensor])
            case ["BiasAdd", "Prelu"]:
                return self._prelu(tensor, inputs[3])
            case fused:
                raise NotImplementedError(fused)

    def _prelu(self, tensor: str, slopes: str) -> str:
        return self._graph.node("PRelu", [tensor, self._graph.weight(self._weights[slopes].reshape(-1, 1, 1))])


def _window(node: dict) -> dict[str, object]:
    """Strides and padding of a convolution or pooling."""
    padding = {"SAME": "SAME_UPPER", "VALID": "VALID"}[_text(node["attr"]["padding"]["s"])]
    return {"strides": [int(stride) for stride in node["attr"]["strides"]["list"]["i"][1:3]], "auto_pad": padding}


def _text(encoded: str) -> str:
    return base64.b64decode(encoded).decode()

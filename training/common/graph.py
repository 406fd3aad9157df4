"""A small writer of ONNX graphs: NHWC image in, NCHW inside, weights embedded in a compact type."""

import hashlib
from pathlib import Path

import numpy as np
from onnx import ModelProto, TensorProto, checker, helper, numpy_helper

from common.package import PackageFile

OPSET = 13
IR_VERSION = 8
RESOURCES = Path(__file__).resolve().parents[2] / "models/src/main/resources/io/traitgate/models"


class Graph:
    """Collects nodes and weights; every operator method returns the name of its output."""

    def __init__(self, name: str, image_shape: tuple[int | str, int, int, int]) -> None:
        self._name = name
        self._nodes = []
        self._initialisers = []
        self._inputs = [helper.make_tensor_value_info("image", TensorProto.FLOAT, image_shape)]
        self._outputs = []

    def node(self, op: str, inputs: list[str], output: str | None = None, **attributes: object) -> str:
        """Append one operator with a single output."""
        output = output or f"t{len(self._nodes)}"
        self._nodes.append(helper.make_node(op, inputs, [output], **attributes))
        return output

    def constant(self, values: np.ndarray) -> str:
        """Embed an array in the type that it has."""
        name = f"w{len(self._initialisers)}"
        self._initialisers.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def weight(self, values: np.ndarray) -> str:
        """Embed float weights: tensors in half precision with a Cast behind them, vectors as they are.

        The runtime folds the Cast once, at session start, and computes in float32 throughout.
        """
        if values.dtype != np.float16:
            if values.ndim < 2:
                return self.constant(values.astype(np.float32))
            values = values.astype(np.float16)
        return self.node("Cast", [self.constant(values)], to=TensorProto.FLOAT)

    def to_nchw(self, tensor: str) -> str:
        """NHWC to NCHW."""
        return self.node("Transpose", [tensor], perm=[0, 3, 1, 2])

    def to_nhwc(self, tensor: str) -> str:
        """NCHW to NHWC."""
        return self.node("Transpose", [tensor], perm=[0, 2, 3, 1])

    def pad_end(self, tensor: str, channels: int = 0, rows: int = 0, columns: int = 0) -> str:
        """Append zeros behind the last channel, row and column."""
        pads = np.array([0, 0, 0, 0, 0, channels, rows, columns], dtype=np.int64)
        return self.node("Pad", [tensor, self.constant(pads)])

    def reshape(self, tensor: str, shape: list[int], output: str | None = None) -> str:
        """Reshape; the caller has brought the tensor into the order that the shape means."""
        return self.node("Reshape", [tensor, self.constant(np.array(shape, dtype=np.int64))], output)

    def output(self, name: str, shape: tuple[int | str, ...]) -> None:
        """Declare a tensor as an output of the graph."""
        self._outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))

    def model(self, origin: PackageFile) -> ModelProto:
        """The finished, checked model with the origin of its weights in the metadata."""
        graph = helper.make_graph(self._nodes, self._name, self._inputs, self._outputs, self._initialisers)
        opset = helper.make_opsetid("", OPSET)
        model = helper.make_model(graph, ir_version=IR_VERSION, opset_imports=[opset], producer_name="traitgate")
        helper.set_model_props(model, {"weights": origin.origin, "weights.sha256": origin.sha256})
        checker.check_model(model, full_check=True)
        return model


def write(model: ModelProto, name: str) -> None:
    """Write a model below the resources of the models module and enter its digest in SHA256SUMS."""
    data = model.SerializeToString(deterministic=True)
    path = RESOURCES / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    _enter_digest(name, digest)
    print(f"{digest}  {path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}  {len(data)} bytes")


def _enter_digest(name: str, digest: str) -> None:
    sums = RESOURCES / "SHA256SUMS"
    lines = sums.read_text().splitlines() if sums.exists() else []
    digests = {line.split("  ", 1)[1]: line.split("  ", 1)[0] for line in lines}
    digests[name] = digest
    sums.write_text("".join(f"{digests[entry]}  {entry}\n" for entry in sorted(digests)))

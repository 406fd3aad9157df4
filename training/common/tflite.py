"""Reading of TensorFlow Lite models: just enough of the flatbuffer for float networks with one subgraph.

Field numbers are those of the public schema (tensorflow/lite/schema/schema.fbs, version 3).
"""

import struct
from dataclasses import dataclass
from enum import IntEnum

import numpy as np


class Op(IntEnum):
    """Codes of the operators that MobileFaceNet uses (schema: BuiltinOperator)."""

    ADD = 0
    CONV_2D = 3
    DEPTHWISE_CONV_2D = 4
    MUL = 18
    RELU = 19
    RESHAPE = 22
    SUB = 41
    ABS = 101


@dataclass(frozen=True)
class Operator:
    """One operator: tensor numbers in and out, and its numeric options by field number (all one byte wide or less)."""

    op: Op
    inputs: list[int]
    output: int
    options: dict[int, int]


class Model:
    """The only subgraph of a model: its operators in order, and its constant float tensors."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        root = self._follow(0)
        codes = [self._number(code, 0, "b") for code in self._tables(root, 1)]
        buffers = self._tables(root, 4)
        [subgraph] = self._tables(root, 2)
        [self.input] = self._numbers(subgraph, 1)
        [self.output] = self._numbers(subgraph, 2)
        self._tensors = [(self._numbers(t, 0), buffers[self._number(t, 2, "I")]) for t in self._tables(subgraph, 0)]
        self.operators = [self._operator(operator, codes) for operator in self._tables(subgraph, 3)]

    def constant(self, tensor: int) -> np.ndarray:
        """The values of a constant float32 tensor."""
        shape, buffer = self._tensors[tensor]
        start, size = self._vector(buffer, 0)
        return np.frombuffer(self._data, "<f4", size // 4, start).reshape(shape)

    def is_constant(self, tensor: int) -> bool:
        """Whether the file holds values for a tensor."""
        return self._field(self._tensors[tensor][1], 0) is not None

    def _operator(self, table: int, codes: list[int]) -> Operator:
        [output] = self._numbers(table, 2)
        options = {}
        position = self._field(table, 4)
        if position is not None:
            inner = self._follow(position)
            count = (self._unpack(inner - self._unpack(inner, "i"), "H") - 4) // 2
            options = {field: self._number(inner, field, "b") for field in range(count)}
        return Operator(Op(codes[self._number(table, 0, "I")]), self._numbers(table, 1), output, options)

    def _unpack(self, position: int, kind: str) -> int:
        return struct.unpack_from("<" + kind, self._data, position)[0]

    def _follow(self, position: int) -> int:
        return position + self._unpack(position, "I")

    def _field(self, table: int, field: int) -> int | None:
        """Position of a field, or None where the table leaves it at its default."""
        layout = table - self._unpack(table, "i")
        slot = 4 + 2 * field
        offset = self._unpack(layout + slot, "H") if slot < self._unpack(layout, "H") else 0
        return table + offset if offset else None

    def _number(self, table: int, field: int, kind: str) -> int:
        position = self._field(table, field)
        return 0 if position is None else self._unpack(position, kind)

    def _vector(self, table: int, field: int) -> tuple[int, int]:
        """Position of the first element and the number of elements."""
        position = self._field(table, field)
        if position is None:
            return 0, 0
        start = self._follow(position)
        return start + 4, self._unpack(start, "I")

    def _numbers(self, table: int, field: int) -> list[int]:
        start, count = self._vector(table, field)
        return list(struct.unpack_from(f"<{count}i", self._data, start))

    def _tables(self, table: int, field: int) -> list[int]:
        start, count = self._vector(table, field)
        return [self._follow(start + 4 * index) for index in range(count)]

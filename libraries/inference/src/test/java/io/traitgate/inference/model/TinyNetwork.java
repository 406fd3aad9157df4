package io.traitgate.inference.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An ONNX file of one node that flattens pictures of 2x2 pixels, written field by field (onnx.proto). */
final class TinyNetwork {
    private static final int FLOAT = 1;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private TinyNetwork() {}

    static byte[] file(String input, String output) {
        var node = new TinyNetwork().text(1, input).text(2, output).text(4, "Flatten");
        var graph = new TinyNetwork()
                .part(1, node)
                .text(2, "tiny")
                .part(11, value(input, List.of(-1L, 2L, 2L, 3L)))
                .part(12, value(output, List.of(-1L, 12L)));
        return new TinyNetwork()
                .number(1, 8)
                .part(7, graph)
                .part(8, new TinyNetwork().number(2, 13))
                .bytes
                .toByteArray();
    }

    private static TinyNetwork value(String name, List<Long> dimensions) {
        var shape = new TinyNetwork();
        for (var size : dimensions) {
            shape.part(1, size < 0 ? new TinyNetwork().text(2, "n") : new TinyNetwork().number(1, size));
        }
        var tensor = new TinyNetwork().number(1, FLOAT).part(2, shape);
        return new TinyNetwork().text(1, name).part(2, new TinyNetwork().part(1, tensor));
    }

    private TinyNetwork number(int field, long value) {
        bytes.write(field << 3);
        return varint(value);
    }

    private TinyNetwork text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private TinyNetwork part(int field, TinyNetwork part) {
        return bytes(field, part.bytes.toByteArray());
    }

    private TinyNetwork bytes(int field, byte[] value) {
        bytes.write(field << 3 | 2);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private TinyNetwork varint(long value) {
        var rest = value;
        while (rest > 0x7f) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }
}

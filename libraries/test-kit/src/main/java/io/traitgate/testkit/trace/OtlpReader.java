package io.traitgate.testkit.trace;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Reads what tests ask for from OTLP's {@code ExportTraceServiceRequest}; numbers of fields after {@code trace.proto}. */
final class OtlpReader {
    private final List<CollectedSpan> spans;

    OtlpReader(List<CollectedSpan> spans) {
        this.spans = spans;
    }

    void read(byte[] request) throws IOException {
        fields(
                CodedInputStream.newInstance(request),
                1,
                resource -> fields(resource, 2, scope -> fields(scope, 2, this::span)));
    }

    private void span(CodedInputStream in) throws IOException {
        Map<Integer, byte[]> found = new HashMap<>();
        Map<String, String> attributes = new HashMap<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                in.skipField(tag);
            } else if (field == 9) {
                attribute(CodedInputStream.newInstance(in.readByteArray()), attributes);
            } else {
                found.put(field, in.readByteArray());
            }
        }
        spans.add(new CollectedSpan(
                hex(found, 1),
                hex(found, 2),
                hex(found, 4),
                new String(found.getOrDefault(5, new byte[0]), StandardCharsets.UTF_8),
                attributes));
    }

    private static void attribute(CodedInputStream in, Map<String, String> attributes) throws IOException {
        String[] pair = {"", ""};
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == 1) {
                pair[0] = in.readString();
            } else {
                CodedInputStream value = CodedInputStream.newInstance(in.readByteArray());
                int kind = value.readTag();
                if (WireFormat.getTagFieldNumber(kind) == 1) {
                    pair[1] = value.readString();
                }
            }
        }
        attributes.put(pair[0], pair[1]);
    }

    private static void fields(CodedInputStream in, int wanted, Reading reading) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == wanted) {
                reading.read(CodedInputStream.newInstance(in.readByteArray()));
            } else {
                in.skipField(tag);
            }
        }
    }

    private static String hex(Map<Integer, byte[]> found, int field) {
        return HexFormat.of().formatHex(found.getOrDefault(field, new byte[0]));
    }

    private interface Reading {
        void read(CodedInputStream message) throws IOException;
    }
}

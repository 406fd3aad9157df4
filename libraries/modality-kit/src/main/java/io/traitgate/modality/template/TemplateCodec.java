package io.traitgate.modality.template;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;

/**
 * Templates as bytes, before sealing: CBOR (RFC 8949), embeddings as little-endian 32-bit floats. The first field names
 * the version of the form; readers ignore fields they do not know.
 */
final class TemplateCodec {

    private static final int VERSION = 1;
    private static final CBORMapper CBOR = CBORMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private TemplateCodec() {}

    static byte[] encode(Template template) {
        try {
            return CBOR.writeValueAsBytes(new Form(
                    VERSION,
                    template.model(),
                    template.entries().stream().map(EntryForm::of).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a template.
     *
     * @throws IllegalStateException if it is none, or one of a later form
     */
    static Template decode(byte[] bytes) {
        Form form;
        try {
            form = CBOR.readValue(bytes, Form.class);
        } catch (IOException e) {
            throw new IllegalStateException("not a template", e);
        }
        if (form.v != VERSION) {
            throw new IllegalStateException("template form " + form.v + " is not known");
        }
        return new Template(
                form.model, form.entries.stream().map(EntryForm::toEntry).toList());
    }

    private static byte[] bytes(float[] embedding) {
        ByteBuffer buffer = ByteBuffer.allocate(embedding.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(embedding);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] embedding = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(embedding);
        return embedding;
    }

    private record Form(int v, String model, List<EntryForm> entries) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record EntryForm(
            String enrolment, int ordinal, long at, double quality, double weight, byte[] media, byte[] embedding) {

        static EntryForm of(TemplateEntry entry) {
            return new EntryForm(
                    entry.enrolment(),
                    entry.ordinal(),
                    entry.acceptedAt().toEpochMilli(),
                    entry.quality(),
                    entry.weight(),
                    entry.mediaHash(),
                    bytes(entry.embedding()));
        }

        TemplateEntry toEntry() {
            return new TemplateEntry(
                    enrolment, ordinal, Instant.ofEpochMilli(at), quality, weight, media, floats(embedding));
        }
    }
}

package io.traitgate.kit.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of a request, read as leniently as the known clients need: unknown fields are ignored, null means
 * absent, a number may come as text and a text as a number.
 */
public final class JsonRequest {
    private static final int METADATA_LIMIT = 64 << 10;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final ObjectNode fields;

    private JsonRequest(ObjectNode fields) {
        this.fields = fields;
    }

    /**
     * Reads a body.
     *
     * @throws ApiException 400/106 if it is not one JSON object
     */
    public static JsonRequest parse(byte[] body) {
        int start = startsWithByteOrderMark(body) ? BYTE_ORDER_MARK.length : 0;
        try {
            JsonNode node = READER.readValue(utf8(body, start));
            if (node instanceof ObjectNode object) {
                return new JsonRequest(object);
            }
            throw new ApiException(ApiError.INVALID_BODY);
        } catch (IOException malformed) {
            throw new ApiException(ApiError.INVALID_BODY);
        }
    }

    /** Given bytes, the parser would guess at UTF-16 and UTF-32 too. Bytes that are no UTF-8 fail the reading. */
    private static Reader utf8(byte[] body, int start) {
        return new InputStreamReader(new ByteArrayInputStream(body, start, body.length - start), UTF_8.newDecoder());
    }

    /** Whether the field is there at all, be it null. */
    public boolean mentions(String name) {
        return fields.has(name);
    }

    /** The field as it came; empty if it is absent or null. */
    public Optional<JsonNode> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isNull());
    }

    /**
     * A text; the digits of a number count as one.
     *
     * @throws ApiException 400/106 for any other type
     */
    public Optional<String> text(String name) {
        return field(name).map(value -> {
            if (value.isTextual() || value.isNumber()) {
                return value.asText();
            }
            throw ApiException.invalidParameter(name);
        });
    }

    /**
     * A text that must be there; it may be empty.
     *
     * @throws ApiException 400/106 if it is absent, null or of another type
     */
    public String requiredText(String name) {
        return text(name).orElseThrow(() -> ApiException.missingParameter(name));
    }

    /**
     * A finite number, or a text that reads as one.
     *
     * @throws ApiException 400/106 for anything else
     */
    public OptionalDouble number(String name) {
        Optional<JsonNode> value = field(name);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        double number = asNumber(value.get());
        if (!Double.isFinite(number)) {
            throw ApiException.invalidParameter(name);
        }
        return OptionalDouble.of(number);
    }

    /**
     * The elements of an array that must hold some.
     *
     * @param whenMissing the refusal when the field is absent, null, empty or not an array
     */
    public List<JsonNode> array(String name, ApiError whenMissing) {
        return field(name)
                .filter(value -> value.isArray() && !value.isEmpty())
                .map(value -> StreamSupport.stream(value.spliterator(), false).toList())
                .orElseThrow(() -> new ApiException(whenMissing));
    }

    /**
     * The text that the answer repeats; null if the request has none. Values of other types are not repeated, since
     * clients cannot read them.
     *
     * @throws ApiException 400/106 above 64 KiB
     */
    public @Nullable String metadata() {
        JsonNode metadata = fields.get("metadata");
        if (metadata == null || !metadata.isTextual()) {
            return null;
        }
        String text = metadata.textValue();
        if (text.length() > METADATA_LIMIT || text.getBytes(UTF_8).length > METADATA_LIMIT) {
            throw ApiException.invalidParameter("metadata");
        }
        return text;
    }

    private static double asNumber(JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        try {
            return value.isTextual() ? Double.parseDouble(value.textValue()) : Double.NaN;
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }

    private static boolean startsWithByteOrderMark(byte[] body) {
        return body.length >= BYTE_ORDER_MARK.length
                && body[0] == BYTE_ORDER_MARK[0]
                && body[1] == BYTE_ORDER_MARK[1]
                && body[2] == BYTE_ORDER_MARK[2];
    }
}

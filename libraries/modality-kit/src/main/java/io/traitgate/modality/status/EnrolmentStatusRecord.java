package io.traitgate.modality.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.traitgate.contract.Module;
import io.traitgate.keys.PersonId;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic {@code enrolment-status}: the newest template version of a person in a module. It holds the
 * keyed hash and numbers, nothing else, and outlives the person's erasure.
 *
 * @param v version of the form; readers ignore fields they do not know
 * @param application the application
 * @param person the keyed hash
 * @param module lower-case name of the module
 * @param device the device, where the module keeps a profile for each; absent for face and voice
 * @param erasures first part of the generation
 * @param deletions second part of the generation
 * @param version template number; 0 says that the generation has no template
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrolmentStatusRecord(
        int v,
        String application,
        String person,
        String module,
        @Nullable String device,
        long erasures,
        long deletions,
        long version) {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The record of a person's template version in a module that knows no devices. */
    public static EnrolmentStatusRecord of(Person person, Module module, TemplateVersion version) {
        return new EnrolmentStatusRecord(
                VERSION,
                person.application(),
                person.id().value(),
                module.wireName(),
                null,
                version.generation().erasures(),
                version.generation().deletions(),
                version.number());
    }

    /** The record key: person, module and, where there is one, device. */
    public String key() {
        return device == null ? person + "|" + module : person + "|" + module + "|" + device;
    }

    /** Whose status this is. */
    public Person toPerson() {
        return new Person(application, new PersonId(person));
    }

    /** The module the status is about. */
    public Module toModule() {
        return Module.valueOf(module.toUpperCase(Locale.ROOT));
    }

    /** The version in the order statuses are compared by. */
    public TemplateVersion toVersion() {
        return new TemplateVersion(new Generation(erasures, deletions), version);
    }

    /** The record value. */
    public byte[] encode() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a record value.
     *
     * @throws UncheckedIOException if it is no such record
     */
    public static EnrolmentStatusRecord decode(byte[] value) {
        try {
            return JSON.readValue(value, EnrolmentStatusRecord.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

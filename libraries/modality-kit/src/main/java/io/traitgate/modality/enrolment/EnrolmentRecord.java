package io.traitgate.modality.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import io.traitgate.keys.PersonId;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.person.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of an enrolment topic: accepted samples, sealed, with what the builder must know before it opens them. CBOR;
 * readable by the version before, which ignores fields it does not know.
 *
 * @param v version of the form
 * @param id the enrolment id
 * @param sealed the samples; absent in a record that asks for the kept samples to be embedded again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SuppressWarnings("ArrayRecordComponent")
record EnrolmentRecord(
        int v,
        String id,
        String application,
        String person,
        long erasures,
        long deletions,
        long acceptedAt,
        byte @Nullable [] sealed) {

    private static final int VERSION = 1;
    private static final CBORMapper CBOR = CBORMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static EnrolmentRecord of(
            String id, Person person, Generation generation, Instant acceptedAt, byte @Nullable [] sealed) {
        return new EnrolmentRecord(
                VERSION,
                id,
                person.application(),
                person.id().value(),
                generation.erasures(),
                generation.deletions(),
                acceptedAt.toEpochMilli(),
                sealed);
    }

    Person toPerson() {
        return new Person(application, new PersonId(person));
    }

    Generation generation() {
        return new Generation(erasures, deletions);
    }

    Instant acceptedInstant() {
        return Instant.ofEpochMilli(acceptedAt);
    }

    byte[] encode() {
        try {
            return CBOR.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a record.
     *
     * @throws PoisonRecordException if it is none, or one of a later form
     */
    static EnrolmentRecord decode(byte[] bytes) {
        EnrolmentRecord record;
        try {
            record = CBOR.readValue(bytes, EnrolmentRecord.class);
        } catch (IOException e) {
            throw new PoisonRecordException("not an enrolment record");
        }
        if (record == null || record.v != VERSION) {
            throw new PoisonRecordException("enrolment record of an unknown form");
        }
        return record.checked();
    }

    /** This record, once person and generation have proved to be such. */
    private EnrolmentRecord checked() {
        try {
            toPerson();
            generation();
            return this;
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new PoisonRecordException("enrolment record without a person");
        }
    }

    /** Content of {@link #sealed}, before sealing. */
    record Samples(List<Sample> samples) {

        static Samples of(List<AcceptedSample> accepted) {
            return new Samples(accepted.stream()
                    .map(sample -> new Sample(sample.quality(), sample.mediaHash(), sample.encoded()))
                    .toList());
        }

        byte[] encode() {
            try {
                return CBOR.writeValueAsBytes(this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Samples decode(byte[] bytes) {
            try {
                return CBOR.readValue(bytes, Samples.class);
            } catch (IOException e) {
                throw new PoisonRecordException("samples of an unknown form");
            }
        }
    }

    /** One sample of a record. */
    record Sample(double quality, byte[] mediaHash, byte[] encoded) {}

    /** Without the samples. */
    @Override
    public String toString() {
        return "EnrolmentRecord[" + id + "]";
    }
}

/**
 * The way of a sample from an accepted request to a template; the same for every modality.
 *
 * <pre>
 *   call --&gt; {@link io.traitgate.modality.enrolment.Enroller}    seals under the person's share-locked generation (SQL),
 *              |                                        notes the record as pending (Redis), produces it (Kafka)
 *              v
 *          enrolment topic, key = person
 *              v
 *            {@link io.traitgate.modality.enrolment.EnrolmentConsumer} builds, announces, and only then lets the offset go
 *              |            samples, template version and enrolment id in one transaction (SQL)
 *              v
 *          status in Redis, then topic enrolment-status
 * </pre>
 *
 * <p>Why it is so:
 *
 * <ul>
 *   <li>The call is answered once the brokers have the record, not once it is built: embedding can wait for a lane, a
 *       caller cannot. From then on nothing is lost, whatever crashes: the record is read again until its offset is
 *       committed, and the enrolment id in the database makes repetition harmless.
 *   <li>The enrolment id is derived from the call, so a client that repeats a call after a lost answer meets its own
 *       first record.
 *   <li>A person's records share a partition and are built one after the other. While a store is away the record is tried
 *       again in place, which keeps that order; a record that cannot be built at all goes to the dead-letter topic.
 *   <li>Samples travel encoded, as bytes of the service's own form: the mechanism seals, stores and hands them to the
 *       {@link io.traitgate.modality.enrolment.Embedder}, and needs to know nothing else about them.
 *   <li>Builders only read the generation. Whoever was deleted or erased after the acceptance is skipped.
 * </ul>
 */
@NullMarked
package io.traitgate.modality.enrolment;

import org.jspecify.annotations.NullMarked;

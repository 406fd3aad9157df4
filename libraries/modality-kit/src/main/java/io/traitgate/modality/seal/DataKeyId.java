package io.traitgate.modality.seal;

import jakarta.persistence.Embeddable;

/** Whose key, and of which erase number. */
@Embeddable
public record DataKeyId(String person, long erasures) {}

package io.traitgate.contract.score;

/** One pair of the array form of {@code metadata}. */
public record MetadataEntry(String name, String value) {}

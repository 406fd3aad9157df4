package io.traitgate.contract.error;

/**
 * One reason why a request was refused.
 *
 * @param description the exact text of the catalogue, readable for a person
 * @param code the AimBrain code
 */
public record ErrorItem(String description, int code) {}

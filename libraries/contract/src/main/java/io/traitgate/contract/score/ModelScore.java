package io.traitgate.contract.score;

/**
 * What one model makes of the session.
 *
 * @param version of the model
 * @param type name of the model
 * @param value 0 to 1
 */
public record ModelScore(String version, String type, double value) {}

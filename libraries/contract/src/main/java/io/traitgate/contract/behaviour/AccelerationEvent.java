package io.traitgate.contract.behaviour;

/**
 * One reading of the accelerometer, gravity included: m/s² on Android, g with the opposite sign on iOS.
 *
 * @param t milliseconds, since 1970 or since boot
 */
public record AccelerationEvent(long t, double x, double y, double z) {}

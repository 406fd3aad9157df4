/**
 * What tests of services share: real stores, keysets, and calls signed as the gateway signs them.
 *
 * <p>{@link io.traitgate.testkit.WithLocalStores} on a {@code @QuarkusTest} starts the stores once for the whole test run and
 * points the service at them; {@link io.traitgate.testkit.SignedCaller} calls it.
 */
@NullMarked
package io.traitgate.testkit;

import org.jspecify.annotations.NullMarked;

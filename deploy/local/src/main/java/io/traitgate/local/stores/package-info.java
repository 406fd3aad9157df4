/**
 * Real PostgreSQL, Redis and Kafka out of Maven artifacts, without a container engine: for the launcher and for tests.
 *
 * <p>{@link io.traitgate.local.stores.LocalStores} starts all three; {@link io.traitgate.local.stores.DatabaseSetup} and
 * {@link io.traitgate.local.stores.TopicSetup} prepare them, local ones and external ones alike.
 */
@NullMarked
package io.traitgate.local.stores;

import org.jspecify.annotations.NullMarked;

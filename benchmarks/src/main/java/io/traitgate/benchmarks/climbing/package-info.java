/**
 * Climbing: the published attacks that rebuild a template from the scores a server returns, run against our own scores, so
 * that what the server lets out is chosen by measurement. Nothing here talks to a server: the attacker is played on the
 * classes that score, with embeddings of the real networks.
 */
@NullMarked
package io.traitgate.benchmarks.climbing;

import org.jspecify.annotations.NullMarked;

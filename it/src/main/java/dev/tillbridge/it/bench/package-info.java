/**
 * Benchmarks, each beside its yardstick in the same run.
 *
 * <p>Invariant: product and yardstick take turns on the same disk with the same bytes, and what is
 * printed was measured in this run.
 */
@NullMarked
package dev.tillbridge.it.bench;

import org.jspecify.annotations.NullMarked;

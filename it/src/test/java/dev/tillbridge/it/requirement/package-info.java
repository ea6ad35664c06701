/**
 * Tools that not every machine has.
 *
 * <p>Invariant: a test without its tool says so and is skipped, and fails where {@code
 * -Dtillbridge.require} names the tool.
 */
@NullMarked
package dev.tillbridge.it.requirement;

import org.jspecify.annotations.NullMarked;

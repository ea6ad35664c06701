/**
 * The demo command: a whole chain to try by hand, or a replay that proves its books.
 *
 * <p>Invariant: exit code 0 of a replay means that HQ's books equal the file to the penny.
 */
@NullMarked
package dev.tillbridge.it.demo;

import org.jspecify.annotations.NullMarked;

/**
 * Reaching a broker, in this process or over TCP, and the names everyone uses there.
 *
 * <p>Invariant: no connection without a user and a password.
 */
@NullMarked
package dev.tillbridge.broker.access;

import org.jspecify.annotations.NullMarked;

/**
 * The store server: a process that gathers its registers' entries, forwards them to HQ and relays
 * the price book down.
 *
 * <p>Invariant: it owns nothing; whatever it loses, the registers and HQ can make whole.
 */
@NullMarked
package dev.tillbridge.broker.store;

import org.jspecify.annotations.NullMarked;

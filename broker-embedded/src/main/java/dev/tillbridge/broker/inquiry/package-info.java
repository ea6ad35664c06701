/**
 * Asking over the brokers that are there: HQ through the store server, another lane of the store
 * without HQ, the neighbour without any server.
 *
 * <p>Invariant: nobody asks under another's name or reads another's answer; nothing of it is ever
 * on disk, in nobody's way, or waited for longer than was said.
 */
@NullMarked
package dev.tillbridge.broker.inquiry;

import org.jspecify.annotations.NullMarked;

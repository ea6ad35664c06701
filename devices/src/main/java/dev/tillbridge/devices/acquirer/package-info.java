/**
 * A bank made of software: decides about payments and remembers what it moved.
 *
 * <p>Invariant: what is in its book was forced to disk before it was answered, and one key moves
 * money once. A shop's books can be compared with it, also after the register was killed.
 */
@NullMarked
package dev.tillbridge.devices.acquirer;

import org.jspecify.annotations.NullMarked;

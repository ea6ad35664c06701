/**
 * A receipt printer made of software at the other end of a network port.
 *
 * <p>Invariant: it obeys ESC/POS as hardware does, the awkward parts included: one connection at a
 * time, real-time commands wherever they appear, data that waits in its buffer while it has no
 * paper and is printed once it has. What it printed can be read as text and looked at as a picture.
 */
@NullMarked
package dev.tillbridge.devices.escpos.simulated;

import org.jspecify.annotations.NullMarked;

/**
 * A JavaPOS service of our own for receipt printers that speak ESC/POS on a network port, and for
 * the drawer plugged into one.
 *
 * <p>Invariant: a receipt counts as printed when the printer has said so after its last byte. Every
 * wait for the printer is bounded; after a failure the printer's buffer is cleared, so that nothing
 * prints by itself later.
 */
@NullMarked
package dev.tillbridge.devices.escpos;

import org.jspecify.annotations.NullMarked;

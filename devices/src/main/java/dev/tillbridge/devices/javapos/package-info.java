/**
 * The lane's devices reached through JavaPOS controls named in jpos.xml, whoever made them.
 *
 * <p>Invariant: nothing a vendor's service does (throw, hang, vanish) reaches the lane as anything
 * but a bounded wait and a {@link dev.tillbridge.devices.peripherals.DeviceOutcome.Fault}. A device
 * that is missing is looked for again until it is there.
 */
@NullMarked
package dev.tillbridge.devices.javapos;

import org.jspecify.annotations.NullMarked;

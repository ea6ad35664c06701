/**
 * What the lane asks of the devices around it: print, open the drawer, show, scan, weigh, read and
 * charge cards, and how they are.
 *
 * <p>Invariant: a device never undoes or blocks a sale. Every call returns within a few seconds
 * with {@link dev.tillbridge.devices.peripherals.DeviceOutcome.Done} or a {@link
 * dev.tillbridge.devices.peripherals.DeviceOutcome.Fault} that says what the clerk does next. A
 * card payment also takes the customer's time, within a named limit, and never says "not sent" of
 * what may have been. No card number leaves a device call.
 */
@NullMarked
package dev.tillbridge.devices.peripherals;

import org.jspecify.annotations.NullMarked;

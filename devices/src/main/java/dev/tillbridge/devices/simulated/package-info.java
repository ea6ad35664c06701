/**
 * Devices made of software, behind the same JavaPOS contracts as a vendor's.
 *
 * <p>Invariant: a control sees no difference to honest hardware: that order; one control at a time
 * holds a claim; events arrive one by one, oldest first, from a thread of the service; paper,
 * cover, plug and drawer behave alike for every control that looks.
 *
 * <p>{@link dev.tillbridge.devices.simulated.SimulatedDevices} is the hand that changes paper,
 * opens covers and scans.
 */
@NullMarked
package dev.tillbridge.devices.simulated;

import org.jspecify.annotations.NullMarked;

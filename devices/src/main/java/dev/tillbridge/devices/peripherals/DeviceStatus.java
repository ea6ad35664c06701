package dev.tillbridge.devices.peripherals;

/**
 * How one device is now.
 *
 * @param device its name for the clerk, such as {@code receipt printer}
 * @param simulated whether it exists in software only
 * @param state in words, such as {@code ready} or {@code paper is out}
 * @param ok whether it would do its work if asked now
 */
public record DeviceStatus(String device, boolean simulated, String state, boolean ok) {}

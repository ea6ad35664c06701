package dev.tillbridge.it.days;

import dev.tillbridge.devices.peripherals.DeviceOutcome;
import dev.tillbridge.devices.peripherals.DeviceStatus;
import dev.tillbridge.devices.peripherals.Peripherals;
import dev.tillbridge.devices.peripherals.Receipt;
import java.util.List;
import java.util.function.Consumer;

/** Devices that do whatever they are asked and keep nothing. */
final class Counter implements Peripherals {

  @Override
  public DeviceOutcome print(Receipt receipt) {
    return new DeviceOutcome.Done();
  }

  @Override
  public DeviceOutcome openDrawer() {
    return new DeviceOutcome.Done();
  }

  @Override
  public DeviceOutcome display(String upper, String lower) {
    return new DeviceOutcome.Done();
  }

  @Override
  public void onScan(Consumer<String> scanned) {}

  @Override
  public List<DeviceStatus> status() {
    return List.of();
  }

  @Override
  public void close() {}
}

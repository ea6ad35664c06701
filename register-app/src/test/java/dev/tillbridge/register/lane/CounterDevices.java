package dev.tillbridge.register.lane;

import dev.tillbridge.devices.peripherals.DeviceOutcome;
import dev.tillbridge.devices.peripherals.DeviceStatus;
import dev.tillbridge.devices.peripherals.Peripherals;
import dev.tillbridge.devices.peripherals.Receipt;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Devices that note what they are asked, and fail or get stuck when a test says so. */
public final class CounterDevices implements Peripherals {

  public static final DeviceOutcome PAPER_OUT =
      new DeviceOutcome.Fault("receipt printer", "The paper is out.", "Put in a new roll.");

  public final List<Receipt> printed = new CopyOnWriteArrayList<>();
  public final List<String> shown = new CopyOnWriteArrayList<>();
  public volatile int kicks;
  public volatile DeviceOutcome printer = new DeviceOutcome.Done();
  public volatile DeviceOutcome drawer = new DeviceOutcome.Done();
  private volatile CountDownLatch way = new CountDownLatch(0);

  /** The printer does not answer until {@link #free()}. */
  public void jam() {
    way = new CountDownLatch(1);
  }

  public void free() {
    way.countDown();
  }

  @Override
  public DeviceOutcome print(Receipt receipt) {
    try {
      way.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PAPER_OUT;
    }
    if (printer instanceof DeviceOutcome.Done) {
      printed.add(receipt);
    }
    return printer;
  }

  @Override
  public DeviceOutcome openDrawer() {
    if (drawer instanceof DeviceOutcome.Done) {
      kicks++;
    }
    return drawer;
  }

  @Override
  public DeviceOutcome display(String upper, String lower) {
    shown.add(upper + "|" + lower);
    return new DeviceOutcome.Done();
  }

  @Override
  public void onScan(Consumer<String> scanned) {}

  @Override
  public List<DeviceStatus> status() {
    return List.of();
  }

  @Override
  public void close() {
    free();
  }
}

package dev.tillbridge.register.training;

import dev.tillbridge.devices.peripherals.DeviceOutcome;
import dev.tillbridge.devices.peripherals.DeviceStatus;
import dev.tillbridge.devices.peripherals.Peripherals;
import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.register.words.PaperWord;
import dev.tillbridge.register.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The lane's devices while training: the printer prints papers that say so, the customer's display
 * too; the drawer stays shut, and there is no card terminal.
 */
final class PracticeDevices implements Peripherals {

  private final Peripherals real;
  private final Words words;

  PracticeDevices(Peripherals real, Words words) {
    this.real = real;
    this.words = words;
  }

  @Override
  public DeviceOutcome print(Receipt receipt) {
    String mark = words.of(PaperWord.TRAINING_MARK);
    String centred = " ".repeat((Receipt.WIDTH - mark.length()) / 2) + mark;
    List<String> paper = new ArrayList<>();
    paper.add(centred);
    paper.addAll(receipt.lines());
    paper.add(centred);
    return real.print(new Receipt(paper, receipt.cut())); // without a code that could be scanned
  }

  @Override
  public DeviceOutcome openDrawer() {
    return new DeviceOutcome.Done();
  }

  @Override
  public DeviceOutcome display(String upper, String lower) {
    return real.display(words.of(PaperWord.TRAINING), lower);
  }

  /** The scanner stays the lane's. */
  @Override
  public void onScan(Consumer<String> scanned) {}

  @Override
  public List<DeviceStatus> status() {
    return real.status();
  }

  /** The devices stay the lane's. */
  @Override
  public void close() {}
}

package dev.tillbridge.register.screen;

import dev.tillbridge.devices.simulated.PrintedPaper;
import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.devices.simulated.SimulatedPrinter;
import java.util.List;

/**
 * The simulated devices as they stand on the counter.
 *
 * @param display both rows of the customer display, full width
 * @param weight in kilograms, as the scale shows it
 * @param receipt the piece of paper cut off last, empty when there is none
 * @param bankAway whether the card terminal has no line to the bank
 */
public record CounterView(
    boolean paperOut,
    boolean coverOpen,
    boolean drawerOpen,
    boolean scannerPlugged,
    String display,
    String receipt,
    String weight,
    CardDesk cards) {

  /** Numbers of customers' cards to draw through the reader. */
  public static final List<String> CUSTOMER_CARDS = List.of("9811000000000018", "9811000000000026");

  /** What the customer and the bank are up to. */
  public record CardDesk(boolean presented, boolean outage) {}

  static final CounterView NONE =
      new CounterView(false, false, false, false, "", "", "", new CardDesk(false, false));

  static CounterView of(SimulatedDevices devices) {
    List<PrintedPaper> pieces = devices.printer().receipts();
    List<String> rows = devices.display().lines();
    return new CounterView(
        devices.printer().paper() == SimulatedPrinter.Paper.OUT,
        devices.printer().coverOpen(),
        devices.drawer().opened(),
        devices.scanner().plugged(),
        String.join("\n", rows.stream().map("%-20s"::formatted).toList()),
        pieces.isEmpty() ? "" : pieces.getLast().text(),
        devices.scale().shown().toPlainString(),
        new CardDesk(
            devices.cardTerminal().presented(), devices.cardTerminal().acquirer().outage()));
  }
}

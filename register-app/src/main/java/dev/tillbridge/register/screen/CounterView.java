package dev.tillbridge.register.screen;

import dev.tillbridge.devices.simulated.PrintedPaper;
import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.devices.simulated.SimulatedPrinter;
import java.util.List;

/**
 * The simulated devices as they stand on the counter.
 *
 * @param display both rows of the customer display, full width
 * @param receipt the piece of paper cut off last, empty when there is none
 * @param bankAway whether the card terminal has no line to the bank
 */
public record CounterView(
    boolean paperOut,
    boolean coverOpen,
    boolean drawerOpen,
    String display,
    String receipt,
    boolean bankAway) {

  static final CounterView NONE = new CounterView(false, false, false, "", "", false);

  static CounterView of(SimulatedDevices devices) {
    List<PrintedPaper> pieces = devices.printer().receipts();
    List<String> rows = devices.display().lines();
    return new CounterView(
        devices.printer().paper() == SimulatedPrinter.Paper.OUT,
        devices.printer().coverOpen(),
        devices.drawer().opened(),
        String.join("\n", rows.stream().map("%-20s"::formatted).toList()),
        pieces.isEmpty() ? "" : pieces.getLast().text(),
        devices.cardTerminal().acquirer().outage());
  }
}

package dev.tillbridge.devices.simulated;

import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.model.identity.LaneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The simulated devices standing on one lane's counter, in this JVM.
 *
 * <p>They exist from the first look on, before any control opens them and after it closes.
 */
public record SimulatedDevices(
    SimulatedPrinter printer,
    SimulatedDrawer drawer,
    SimulatedScanner scanner,
    SimulatedDisplay display,
    SimulatedScale scale,
    SimulatedMsr msr,
    SimulatedCardTerminal cardTerminal) {

  /** As long as the JavaPOS registry that names them: one per JVM. */
  private static final Map<String, SimulatedDevice> BY_LOGICAL_NAME = new ConcurrentHashMap<>();

  /** Those of one lane, whatever its jpos.xml says. */
  public static SimulatedDevices of(LaneId lane) {
    return new SimulatedDevices(
        printer(DeviceKind.PRINTER.logicalName(lane)),
        drawer(DeviceKind.DRAWER.logicalName(lane)),
        scanner(DeviceKind.SCANNER.logicalName(lane)),
        display(DeviceKind.DISPLAY.logicalName(lane)),
        scale(DeviceKind.SCALE.logicalName(lane)),
        msr(DeviceKind.MSR.logicalName(lane)),
        cardTerminal(DeviceKind.CARD_TERMINAL.logicalName(lane)));
  }

  public static SimulatedPrinter printer(String logicalName) {
    return (SimulatedPrinter) BY_LOGICAL_NAME.computeIfAbsent(logicalName, SimulatedPrinter::new);
  }

  public static SimulatedDrawer drawer(String logicalName) {
    return (SimulatedDrawer) BY_LOGICAL_NAME.computeIfAbsent(logicalName, SimulatedDrawer::new);
  }

  public static SimulatedScanner scanner(String logicalName) {
    return (SimulatedScanner) BY_LOGICAL_NAME.computeIfAbsent(logicalName, SimulatedScanner::new);
  }

  public static SimulatedDisplay display(String logicalName) {
    return (SimulatedDisplay) BY_LOGICAL_NAME.computeIfAbsent(logicalName, SimulatedDisplay::new);
  }

  public static SimulatedScale scale(String logicalName) {
    return (SimulatedScale) BY_LOGICAL_NAME.computeIfAbsent(logicalName, SimulatedScale::new);
  }

  public static SimulatedMsr msr(String logicalName) {
    return (SimulatedMsr) BY_LOGICAL_NAME.computeIfAbsent(logicalName, SimulatedMsr::new);
  }

  public static SimulatedCardTerminal cardTerminal(String logicalName) {
    return (SimulatedCardTerminal)
        BY_LOGICAL_NAME.computeIfAbsent(logicalName, SimulatedCardTerminal::new);
  }
}

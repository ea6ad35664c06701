package dev.tillbridge.devices.simulated;

import dev.tillbridge.devices.service.ContractProxy;
import dev.tillbridge.devices.service.ReceiptPrinterService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.loader.JposServiceInstance;
import jpos.loader.JposServiceInstanceFactory;
import jpos.services.CashDrawerService115;
import jpos.services.LineDisplayService115;
import jpos.services.MSRService115;
import jpos.services.POSPrinterService115;
import jpos.services.ScaleService115;
import jpos.services.ScannerService115;
import org.jspecify.annotations.Nullable;

/**
 * Named in jpos.xml as {@code factoryClass}: makes the simulated service of the entry's category.
 *
 * <p>Properties of a POSPrinter entry: {@code lineMillis}, the time a line takes (15); {@code
 * outputFolder}, where printer.log is written (absent: nowhere).
 *
 * <p>Of a Scale entry: {@code unit}, what it counts in: kg, g, lb or oz (kg).
 */
public final class SimulatedServiceFactory implements JposServiceInstanceFactory {

  static final String LINE_MILLIS = "lineMillis";
  static final String OUTPUT_FOLDER = "outputFolder";

  static final String UNIT = "unit";

  private static final int LINE_MILLIS_MAX = 60_000;

  @Override
  public JposServiceInstance createInstance(String logicalName, JposEntry entry)
      throws JposException {
    String category = text(entry, JposEntry.DEVICE_CATEGORY_PROP_NAME);
    return switch (category == null ? "" : category) {
      case "POSPrinter" ->
          ContractProxy.of(POSPrinterService115.class, printer(logicalName, entry));
      case "CashDrawer" ->
          ContractProxy.of(
              CashDrawerService115.class, new DrawerService(SimulatedDevices.drawer(logicalName)));
      case "Scanner" ->
          ContractProxy.of(
              ScannerService115.class, new ScannerService(SimulatedDevices.scanner(logicalName)));
      case "LineDisplay" ->
          ContractProxy.of(
              LineDisplayService115.class,
              new DisplayService(SimulatedDevices.display(logicalName)));
      case "Scale" ->
          ContractProxy.of(
              ScaleService115.class,
              new ScaleService(SimulatedDevices.scale(logicalName), unit(logicalName, entry)));
      case "MSR" ->
          ContractProxy.of(MSRService115.class, new MsrService(SimulatedDevices.msr(logicalName)));
      default ->
          throw new JposException(
              JposConst.JPOS_E_NOSERVICE,
              logicalName
                  + ": no simulated device of category "
                  + category
                  + "; there are POSPrinter, CashDrawer, Scanner, LineDisplay, Scale and MSR.");
    };
  }

  private static ReceiptPrinterService printer(String logicalName, JposEntry entry)
      throws JposException {
    SimulatedPrinter printer = SimulatedDevices.printer(logicalName);
    String folder = text(entry, OUTPUT_FOLDER);
    if (folder != null) {
      printer.logTo(Path.of(folder));
    }
    return new ReceiptPrinterService(printer, new PrintHead(printer, perLine(logicalName, entry)));
  }

  private static Duration perLine(String logicalName, JposEntry entry) throws JposException {
    String millis = text(entry, LINE_MILLIS);
    if (millis == null) {
      return Duration.ofMillis(15);
    }
    if (!millis.matches("\\d{1,5}") || Integer.parseInt(millis) > LINE_MILLIS_MAX) {
      throw new JposException(
          JposConst.JPOS_E_NOSERVICE,
          logicalName + ": lineMillis is \"" + millis + "\"; allowed: 0 to " + LINE_MILLIS_MAX);
    }
    return Duration.ofMillis(Integer.parseInt(millis));
  }

  private static ScaleService.Unit unit(String logicalName, JposEntry entry) throws JposException {
    String unit = text(entry, UNIT);
    if (unit == null) {
      return ScaleService.Unit.KG;
    }
    try {
      return ScaleService.Unit.valueOf(unit.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new JposException(
          JposConst.JPOS_E_NOSERVICE,
          logicalName + ": unit is \"" + unit + "\"; allowed: kg, g, lb, oz");
    }
  }

  private static @Nullable String text(JposEntry entry, String property) {
    Object value = entry.getPropertyValue(property);
    return value == null ? null : value.toString();
  }
}

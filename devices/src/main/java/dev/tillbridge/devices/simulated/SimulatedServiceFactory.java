package dev.tillbridge.devices.simulated;

import dev.tillbridge.devices.acquirer.SimulatedAcquirer;
import dev.tillbridge.devices.service.ContractProxy;
import dev.tillbridge.devices.service.ReceiptPrinterService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.loader.JposServiceInstance;
import jpos.loader.JposServiceInstanceFactory;
import jpos.services.CATService115;
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
 *
 * <p>Of a CAT entry: {@code outputFolder}, where the acquirer keeps acquirer.book (absent: in
 * memory); {@code latencyMillis} of the acquirer (400); {@code replyMillis}, after which the
 * terminal gives up waiting for it (20000); {@code amountsDecide}, whether the last two digits of
 * an amount do (false).
 */
public final class SimulatedServiceFactory implements JposServiceInstanceFactory {

  static final String LINE_MILLIS = "lineMillis";
  static final String OUTPUT_FOLDER = "outputFolder";

  static final String UNIT = "unit";

  static final String ACQUIRER_BOOK = "acquirer.book";
  static final String LATENCY_MILLIS = "latencyMillis";
  static final String REPLY_MILLIS = "replyMillis";
  static final String AMOUNTS_DECIDE = "amountsDecide";

  private static final int MILLIS_MAX = 60_000;
  private static final Duration LINE_USUAL = Duration.ofMillis(15);
  private static final Duration LATENCY_USUAL = Duration.ofMillis(400);
  private static final Duration REPLY_USUAL = Duration.ofSeconds(20);

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
      case "CAT" -> ContractProxy.of(CATService115.class, cardTerminal(logicalName, entry));
      default ->
          throw new JposException(
              JposConst.JPOS_E_NOSERVICE,
              logicalName
                  + ": no simulated device of category "
                  + category
                  + "; there are POSPrinter, CashDrawer, Scanner, LineDisplay, Scale, MSR and CAT.");
    };
  }

  private static ReceiptPrinterService printer(String logicalName, JposEntry entry)
      throws JposException {
    SimulatedPrinter printer = SimulatedDevices.printer(logicalName);
    String folder = text(entry, OUTPUT_FOLDER);
    if (folder != null) {
      printer.logTo(Path.of(folder));
    }
    return new ReceiptPrinterService(
        printer, new PrintHead(printer, millis(logicalName, entry, LINE_MILLIS, LINE_USUAL)));
  }

  private static CatService cardTerminal(String logicalName, JposEntry entry) throws JposException {
    SimulatedCardTerminal terminal = SimulatedDevices.cardTerminal(logicalName);
    String folder = text(entry, OUTPUT_FOLDER);
    if (folder != null) {
      terminal.connect(
          SimulatedAcquirer.at(Path.of(folder).resolve(ACQUIRER_BOOK), Clock.systemUTC()));
    }
    terminal.acquirer().setLatency(millis(logicalName, entry, LATENCY_MILLIS, LATENCY_USUAL));
    terminal.acquirer().setAmountsDecide(Boolean.parseBoolean(text(entry, AMOUNTS_DECIDE)));
    return new CatService(terminal, millis(logicalName, entry, REPLY_MILLIS, REPLY_USUAL));
  }

  private static Duration millis(
      String logicalName, JposEntry entry, String property, Duration absent) throws JposException {
    String millis = text(entry, property);
    if (millis == null) {
      return absent;
    }
    if (!millis.matches("\\d{1,5}") || Integer.parseInt(millis) > MILLIS_MAX) {
      throw new JposException(
          JposConst.JPOS_E_NOSERVICE,
          "%s: %s is \"%s\"; allowed: 0 to %d"
              .formatted(logicalName, property, millis, MILLIS_MAX));
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

package dev.tillbridge.devices.escpos;

import dev.tillbridge.devices.service.ContractProxy;
import dev.tillbridge.devices.service.ReceiptPrinterService;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.loader.JposServiceInstance;
import jpos.loader.JposServiceInstanceFactory;
import jpos.services.CashDrawerService115;
import jpos.services.POSPrinterService115;
import org.jspecify.annotations.Nullable;

/**
 * Named in jpos.xml as {@code factoryClass}: a receipt printer that speaks ESC/POS on a network
 * port, and the drawer plugged into it. config/jpos.xml documents the properties.
 */
public final class EscPosServiceFactory implements JposServiceInstanceFactory {

  private static final int PORT_USUAL = 9_100;
  private static final int PORT_MAX = 65_535;
  private static final int LINE_CHARS_USUAL = 42;
  private static final int LINE_CHARS_MAX = 64;
  private static final int PAPER_DOTS_USUAL = 512;
  private static final int PAPER_DOTS_MAX = 1_024;
  private static final int MILLIS_MAX = 60_000;
  private static final int CONNECT_MILLIS_USUAL = 1_000;
  private static final int REPLY_MILLIS_USUAL = 500;
  private static final int PRINT_MILLIS_USUAL = 3_500;
  private static final int POLL_MILLIS_USUAL = 1_000;
  private static final String CODE_PAGES_USUAL = "WPC1250,PC852,PC858,PC437";

  private static final Map<List<Object>, NetworkPrinter> PRINTERS = new ConcurrentHashMap<>();
  private static final Map<List<Object>, NetworkDrawer> DRAWERS = new ConcurrentHashMap<>();

  @Override
  public JposServiceInstance createInstance(String logicalName, JposEntry entry)
      throws JposException {
    Properties properties = new Properties(logicalName, entry);
    String category = properties.text(JposEntry.DEVICE_CATEGORY_PROP_NAME);
    return switch (category == null ? "" : category) {
      case "POSPrinter" -> {
        NetworkPrinter printer = printer(properties);
        yield ContractProxy.of(
            POSPrinterService115.class, new ReceiptPrinterService(printer, printer));
      }
      case "CashDrawer" ->
          ContractProxy.of(
              CashDrawerService115.class, new NetworkDrawerService(drawer(properties)));
      default ->
          throw properties.unusable(
              JposEntry.DEVICE_CATEGORY_PROP_NAME, category, "POSPrinter, CashDrawer");
    };
  }

  /** Controls that open the same entry share the equipment and wait for each other's claim. */
  private static NetworkPrinter printer(Properties properties) throws JposException {
    PrinterWire wire = wire(properties);
    List<CodePage> pages = codePages(properties);
    int lineChars = properties.number("lineChars", LINE_CHARS_USUAL, 1, LINE_CHARS_MAX);
    int paperDots = properties.number("paperDots", PAPER_DOTS_USUAL, 8, PAPER_DOTS_MAX);
    Duration poll = properties.millis("pollMillis", POLL_MILLIS_USUAL, MILLIS_MAX);
    return PRINTERS.computeIfAbsent(
        List.of(properties.logicalName(), wire, pages, lineChars, paperDots, poll),
        _ -> new NetworkPrinter(properties.logicalName(), wire, pages, lineChars, paperDots, poll));
  }

  private static NetworkDrawer drawer(Properties properties) throws JposException {
    PrinterWire wire = wire(properties);
    NetworkDrawer.Sensor sensor = sensor(properties);
    return DRAWERS.computeIfAbsent(
        List.of(properties.logicalName(), wire, sensor),
        _ -> new NetworkDrawer(properties.logicalName(), wire, sensor));
  }

  private static PrinterWire wire(Properties properties) throws JposException {
    String host = properties.text("host");
    if (host == null || host.isBlank()) {
      throw properties.unusable("host", host, "the printer's name or address");
    }
    return PrinterWire.at(
        host.strip(),
        properties.number("port", PORT_USUAL, 1, PORT_MAX),
        new PrinterWire.Timing(
            properties.millis("connectMillis", CONNECT_MILLIS_USUAL, MILLIS_MAX),
            properties.millis("replyMillis", REPLY_MILLIS_USUAL, MILLIS_MAX),
            properties.millis("printMillis", PRINT_MILLIS_USUAL, MILLIS_MAX)));
  }

  private static List<CodePage> codePages(Properties properties) throws JposException {
    String written = properties.text("codePages");
    try {
      return CodePage.parse(written == null ? CODE_PAGES_USUAL : written);
    } catch (IllegalArgumentException wrong) {
      throw properties.unusable("codePages", written, String.valueOf(wrong.getMessage()));
    }
  }

  private static NetworkDrawer.Sensor sensor(Properties properties) throws JposException {
    String written = properties.text("drawerSensor");
    return switch (written == null ? "none" : written.toLowerCase(Locale.ROOT)) {
      case "none" -> NetworkDrawer.Sensor.NONE;
      case "high" -> NetworkDrawer.Sensor.HIGH_WHEN_OPEN;
      case "low" -> NetworkDrawer.Sensor.LOW_WHEN_OPEN;
      default -> throw properties.unusable("drawerSensor", written, "none, high, low (when open)");
    };
  }

  private record Properties(String logicalName, JposEntry entry) {

    @Nullable String text(String property) {
      Object value = entry.getPropertyValue(property);
      return value == null ? null : value.toString();
    }

    Duration millis(String property, int absent, int max) throws JposException {
      return Duration.ofMillis(number(property, absent, 1, max));
    }

    int number(String property, int absent, int min, int max) throws JposException {
      String written = text(property);
      if (written == null) {
        return absent;
      }
      int number = written.matches("\\d{1,9}") ? Integer.parseInt(written) : -1;
      if (number < min || number > max) {
        throw unusable(property, written, min + " to " + max);
      }
      return number;
    }

    JposException unusable(String property, @Nullable String value, String allowed) {
      return new JposException(
          JposConst.JPOS_E_NOSERVICE,
          "%s: %s is %s; allowed: %s"
              .formatted(
                  logicalName, property, value == null ? "missing" : '"' + value + '"', allowed));
    }
  }
}

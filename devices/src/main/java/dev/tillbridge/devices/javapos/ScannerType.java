package dev.tillbridge.devices.javapos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.Consumer;
import jpos.JposException;
import jpos.Scanner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scanner: nothing is read before there is a consumer. */
final class ScannerType implements DeviceType<Scanner> {

  private static final Logger LOG = LoggerFactory.getLogger(ScannerType.class);

  private volatile @Nullable Consumer<String> consumer;

  void handTo(Consumer<String> scanned) {
    consumer = scanned;
  }

  @Override
  public Scanner control(Runnable changed) {
    Scanner scanner = new Scanner();
    scanner.addDataListener(_ -> take(scanner));
    scanner.addErrorListener(_ -> readOn(scanner));
    scanner.addStatusUpdateListener(_ -> changed.run());
    return scanner;
  }

  @Override
  public void configure(Scanner scanner) throws JposException {
    Power.watch(scanner.getCapPowerReporting(), scanner::setPowerNotify);
    scanner.setAutoDisable(false);
    scanner.setDecodeData(true);
  }

  @Override
  public void begin(Scanner scanner) throws JposException {
    scanner.setDataEventEnabled(consumer != null);
  }

  @Override
  public Condition look(Scanner scanner) throws JposException {
    return Power.off(scanner.getPowerState()) ? Condition.NOT_CONNECTED : Condition.READY;
  }

  private void take(Scanner scanner) {
    try {
      byte[] label = scanner.getScanDataLabel();
      byte[] data = label.length > 0 ? label : scanner.getScanData();
      Consumer<String> to = consumer;
      if (to != null) {
        to.accept(new String(data, ISO_8859_1).strip());
      }
    } catch (JposException | RuntimeException e) {
      LOG.warn("A scan was not taken; the next one is read all the same.", e);
    } finally {
      readOn(scanner);
    }
  }

  private static void readOn(Scanner scanner) {
    try {
      scanner.setDataEventEnabled(true);
    } catch (JposException e) {
      LOG.warn("The scanner does not read on until it is opened again: {}", e.getMessage());
    }
  }
}

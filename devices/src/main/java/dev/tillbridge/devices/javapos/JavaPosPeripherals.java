package dev.tillbridge.devices.javapos;

import dev.tillbridge.devices.peripherals.CardSwipe;
import dev.tillbridge.devices.peripherals.CardTerminal;
import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceOutcome;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Done;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Fault;
import dev.tillbridge.devices.peripherals.DeviceStatus;
import dev.tillbridge.devices.peripherals.Peripherals;
import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.devices.peripherals.Weighing;
import dev.tillbridge.model.identity.LaneId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import jpos.CAT;
import jpos.CashDrawer;
import jpos.LineDisplay;
import jpos.MSR;
import jpos.POSPrinter;
import jpos.Scale;
import jpos.Scanner;

/** The devices of a lane, opened by their logical names in its jpos.xml. */
public final class JavaPosPeripherals implements Peripherals {

  private final PrinterType printerType = new PrinterType();
  private final DisplayType displayType = new DisplayType();
  private final ScannerType scannerType = new ScannerType();
  private final ScaleType scaleType = new ScaleType();
  private final MsrType msrType;
  private final Patience patience;
  private final DeviceLink<POSPrinter> printer;
  private final DeviceLink<CashDrawer> drawer;
  private final DeviceLink<Scanner> scanner;
  private final DeviceLink<LineDisplay> display;
  private final DeviceLink<Scale> scale;
  private final DeviceLink<MSR> msr;
  private final DeviceLink<CAT> cat;
  private final JavaPosCardTerminal cardTerminal;
  private final List<DeviceLink<?>> all;

  private JavaPosPeripherals(JposRegistry registry, LaneId lane, Patience patience) {
    this.patience = patience;
    this.printer = link(DeviceKind.PRINTER, lane, registry, printerType, patience);
    this.drawer = link(DeviceKind.DRAWER, lane, registry, new DrawerType(), patience);
    this.scanner = link(DeviceKind.SCANNER, lane, registry, scannerType, patience);
    this.display = link(DeviceKind.DISPLAY, lane, registry, displayType, patience);
    this.scale = link(DeviceKind.SCALE, lane, registry, scaleType, patience);
    String msrName = DeviceKind.MSR.logicalName(lane);
    this.msrType =
        new MsrType(() -> registry.property(msrName, CardTokens.KEY_FILE), new SecureRandom());
    this.msr = link(DeviceKind.MSR, lane, registry, msrType, patience);
    CatType catType = new CatType();
    this.cat = link(DeviceKind.CARD_TERMINAL, lane, registry, catType, patience);
    this.cardTerminal = new JavaPosCardTerminal(cat, catType, patience);
    this.all = List.of(printer, drawer, scanner, display, scale, msr, cat);
  }

  /** As {@link #open(Path, LaneId, Patience)}, with the patience of people at a till. */
  public static JavaPosPeripherals open(Path jposXml, LaneId lane) {
    return open(jposXml, lane, Patience.USUAL);
  }

  /**
   * Opens what is there and goes on looking for the rest.
   *
   * <p>Returns when every device has answered, or after {@link Patience#answer()}. A missing file,
   * entry, driver or device does not fail the start: it shows in {@link #status()}.
   */
  public static JavaPosPeripherals open(Path jposXml, LaneId lane, Patience patience) {
    JavaPosPeripherals peripherals =
        new JavaPosPeripherals(new JposRegistry(jposXml), lane, patience);
    peripherals.start();
    return peripherals;
  }

  @Override
  public DeviceOutcome print(Receipt receipt) {
    return printer.ask(
        patience.forLines(receipt.lines().size()), control -> printerType.print(control, receipt));
  }

  @Override
  public DeviceOutcome openDrawer() {
    return drawer.ask(patience.answer(), CashDrawer::openDrawer);
  }

  @Override
  public DeviceOutcome display(String upper, String lower) {
    return display.ask(patience.answer(), control -> displayType.show(control, upper, lower));
  }

  @Override
  public void onScan(Consumer<String> scanned) {
    scannerType.handTo(scanned);
    scanner.ask(patience.answer(), control -> control.setDataEventEnabled(true));
  }

  @Override
  public Weighing weigh() {
    AtomicReference<Weighing> read = new AtomicReference<>();
    DeviceOutcome outcome =
        scale.ask(
            patience.answer(), control -> read.set(scaleType.weigh(control, patience.weight())));
    return switch (outcome) {
      case Done() -> Objects.requireNonNull(read.get());
      case Fault fault -> new Weighing.NoWeight(fault);
    };
  }

  @Override
  public DeviceOutcome zeroScale() {
    return scale.ask(patience.answer(), Scale::zeroScale);
  }

  @Override
  public void onSwipe(Consumer<CardSwipe> swiped) {
    msrType.handTo(swiped);
    msr.ask(patience.answer(), control -> control.setDataEventEnabled(true));
  }

  @Override
  public CardTerminal cardTerminal() {
    return cardTerminal;
  }

  @Override
  public List<DeviceStatus> status() {
    return all.stream().filter(DeviceLink::wanted).map(DeviceLink::status).toList();
  }

  @Override
  public void close() {
    all.forEach(DeviceLink::close);
  }

  private void start() {
    long deadline = System.nanoTime() + patience.answer().toNanos();
    List<? extends Future<?>> firstLooks = all.stream().map(DeviceLink::start).toList();
    for (Future<?> first : firstLooks) {
      try {
        first.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException stillMissing) {
        // Its status says so, and its own thread goes on trying.
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static <C extends jpos.BaseJposControl> DeviceLink<C> link(
      DeviceKind kind, LaneId lane, JposRegistry registry, DeviceType<C> type, Patience patience) {
    return new DeviceLink<>(kind, kind.logicalName(lane), registry, type, patience);
  }
}

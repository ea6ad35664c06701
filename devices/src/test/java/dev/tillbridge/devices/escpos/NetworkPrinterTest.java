package dev.tillbridge.devices.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.tillbridge.devices.escpos.simulated.PrintedPiece;
import dev.tillbridge.devices.escpos.simulated.SimulatedNetworkPrinter;
import dev.tillbridge.devices.escpos.simulated.SimulatedNetworkPrinter.Paper;
import dev.tillbridge.devices.javapos.JavaPosPeripherals;
import dev.tillbridge.devices.javapos.Patience;
import dev.tillbridge.devices.peripherals.DeviceOutcome;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Done;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Fault;
import dev.tillbridge.devices.peripherals.DeviceStatus;
import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.devices.peripherals.Receipt.Symbology;
import dev.tillbridge.model.identity.LaneId;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way: lane, JavaPOS control, our service, a TCP port, ESC/POS, paper. */
class NetworkPrinterTest {

  private static final AtomicInteger LANES = new AtomicInteger();
  private static final Patience SHORT =
      new Patience(
          Duration.ofMillis(50), Duration.ofSeconds(3), Duration.ZERO, Duration.ofMillis(60));
  private static final List<String> LINES =
      List.of(
          "             TRGOVINA ŽITO",
          "Čevapčići đuveč s kajmakom           12,90",
          "Šunka šporkača, žličica               3,20",
          "TOTAL €                              16,10");

  @TempDir Path folder;
  private final LaneId lane = new LaneId("T06", "R" + LANES.incrementAndGet());
  private final SimulatedNetworkPrinter printer = SimulatedNetworkPrinter.start(0, 512);
  private JavaPosPeripherals peripherals;

  @BeforeEach
  void open() throws IOException {
    start("");
  }

  @AfterEach
  void close() {
    peripherals.close();
    printer.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WPC1250", "PC852,PC858", "pc858, pc852"})
  void lettersOfRealItemNamesArePrintedFromWhateverPagesThePrinterHas(String pages)
      throws IOException {
    restart(pages.isEmpty() ? "" : prop("codePages", pages));

    assertThat(peripherals.print(new Receipt(LINES, true))).isEqualTo(new Done());

    assertThat(last().lines()).isEqualTo(LINES);
    assertThat(printer.unknown()).isEmpty();
    look(last(), "letters");
  }

  @Test
  void letterNoPageHasLosesItsMarkAndNotItsLine() throws IOException {
    restart(prop("codePages", "PC437"));

    peripherals.print(new Receipt(List.of("Čaj đumbir 5 € „žena” 日"), true));

    assertThat(last().lines()).containsExactly("Caj dumbir 5 ? \"zena\" ?");
  }

  @Test
  void codeOfTheTicketCanBeReadOffThePaper() throws Exception {
    peripherals.print(new Receipt(LINES, true).withCode(Symbology.CODE128, "S01-R07-1923"));

    assertThat(last().lines()).endsWith("[CODE128 S01-R07-1923]");
    assertThat(scanned(last().image())).isEqualTo("S01-R07-1923");

    peripherals.print(new Receipt(LINES, true).withCode(Symbology.QR, "S01-R07-1924"));

    assertThat(last().lines()).contains("[QR S01-R07-1924]");
    assertThat(scanned(last().image())).isEqualTo("S01-R07-1924");
    look(last(), "qr");
  }

  @Test
  void longestCodeStillFits() throws Exception {
    String longest = "S".repeat(Receipt.Code.CHARS_MAX);

    assertThat(peripherals.print(new Receipt(LINES, true).withCode(Symbology.CODE128, longest)))
        .isEqualTo(new Done());

    assertThat(scanned(last().image())).isEqualTo(longest);
  }

  @Test
  void logoIsPrintedDotByDotAboveTheReceipt() throws IOException {
    Path logo = picture(160, 96);

    peripherals.print(
        new Receipt(LINES, true).withLogo(logo).withCode(Symbology.CODE128, "S01-R07-1"));

    assertThat(last().lines()).startsWith("[picture 160x96]");
    BufferedImage paper = last().image();
    BufferedImage wanted = ImageIO.read(logo.toFile());
    int left = (512 - 160) / 2;
    for (int y = 0; y < 96; y++) {
      for (int x = 0; x < 160; x++) {
        boolean black = (wanted.getRGB(x, y) & 0xff) < 128;
        assertThat((paper.getRGB(left + x, 16 + y) & 0xff) < 128).as(x + "," + y).isEqualTo(black);
      }
    }
    look(last(), "logo");
  }

  @Test
  void pictureWiderThanThePaperIsShrunkAndOneThatIsMissingIsLeftOut() throws IOException {
    peripherals.print(new Receipt(LINES, true).withLogo(picture(1_008, 100)));
    assertThat(last().lines()).startsWith("[picture 504x50]");

    assertThat(peripherals.print(new Receipt(LINES, true).withLogo(folder.resolve("none.png"))))
        .isEqualTo(new Done());
    assertThat(last().lines()).isEqualTo(LINES);

    Path text = Files.writeString(folder.resolve("text.png"), "no picture");
    assertThat(peripherals.print(new Receipt(LINES, true).withLogo(text))).isEqualTo(new Done());
    assertThat(last().lines()).isEqualTo(LINES);
  }

  @Test
  void receiptStandsInTheMiddleOfWiderPaper() throws IOException {
    try (SimulatedNetworkPrinter wide = SimulatedNetworkPrinter.start(0, 576)) {
      peripherals.close();
      Files.writeString(jposXml(), xml(wide.port(), prop("paperDots", "576")));
      peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);

      assertThat(peripherals.print(new Receipt(LINES, true))).isEqualTo(new Done());

      PrintedPiece piece = wide.pieces().getLast();
      assertThat(piece.lines()).isEqualTo(LINES);
      assertThat(piece.marginDots()).isEqualTo(36);
      assertThat(piece.areaDots()).isEqualTo(504);
    }
  }

  @Test
  void paperOutAndCoverOpenAreFaultsInWordsUntilMended() {
    printer.setPaper(Paper.OUT);
    assertThat(fault(print()).nextStep()).isEqualTo("Put in a new roll, then reprint.");
    assertThat(status().state()).isEqualTo("out of paper");

    printer.setPaper(Paper.OK);
    printer.setCoverOpen(true);
    await().until(() -> status().state().equals("cover open"));
    assertThat(fault(print()).nextStep()).isEqualTo("Close the cover, then reprint.");

    printer.setCoverOpen(false);
    await().until(() -> print().equals(new Done()));
    assertThat(printer.pieces()).hasSize(1);
  }

  @Test
  void nearEndIsShownAndPrints() {
    printer.setPaper(Paper.NEAR_END);

    await().until(() -> status().state().equals("ready, paper nearly out"));
    assertThat(print()).isEqualTo(new Done());
  }

  @Test
  void paperThatEndsInTheMiddleVoidsTheHalfReceiptAndPrintsNothingByItself() {
    printer.setLinesLeft(2);

    assertThat(fault(print()).message()).isEqualTo("The receipt printer is out of paper.");
    assertThat(printer.uncut().lines()).isEqualTo(LINES.subList(0, 2));

    printer.setPaper(Paper.OK);
    assertThat(printer.uncut().lines()).isEqualTo(LINES.subList(0, 2));
    await().until(() -> status().ok());

    assertThat(print()).isEqualTo(new Done());
    assertThat(printer.pieces().get(0).lines())
        .containsExactly(LINES.get(0), LINES.get(1), "*** VOID: RECEIPT ABOVE IS INCOMPLETE ***");
    assertThat(printer.pieces().get(1).lines()).isEqualTo(LINES);
    assertThat(printer.unknown()).isEmpty();
  }

  @Test
  void connectionThatIsCutIsMadeAgain() {
    print();

    printer.dropConnection();

    await().until(() -> print().equals(new Done()));
    assertThat(last().lines()).isEqualTo(LINES);
  }

  @Test
  void printerOffTheNetworkIsAFaultAndIsFoundAgain() {
    printer.setPlugged(false);

    assertThat(fault(print()).message()).isEqualTo("The receipt printer is off or not connected.");
    await().until(() -> status().state().equals("off or not connected"));

    printer.setPlugged(true);

    await().until(() -> status().ok());
    assertThat(print()).isEqualTo(new Done());
  }

  @Test
  void printerThatHangsCostsABoundedWait() {
    printer.setSilent(true);
    long begun = System.nanoTime();

    assertThat(print()).isInstanceOf(Fault.class);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    await().until(() -> !status().ok());
    printer.setSilent(false);
    await().until(() -> print().equals(new Done()));
    assertThat(last().lines()).isEqualTo(LINES);
  }

  @Test
  void drawerIsKickedThroughThePrinterAlsoWithoutPaper() {
    assertThat(peripherals.openDrawer()).isEqualTo(new Done());
    await().until(() -> printer.kicks() == 1);
    assertThat(drawer().state()).isEqualTo("open");
    printer.pushDrawerClosed();
    await().until(() -> drawer().state().equals("closed"));

    printer.setPaper(Paper.OUT);

    assertThat(peripherals.openDrawer()).isEqualTo(new Done());
    await().until(() -> printer.kicks() == 2);
    assertThat(printer.unknown()).isEmpty();
  }

  @Test
  void longReceiptIsWholeAndInOrder() {
    List<String> lines = IntStream.range(0, 400).mapToObj(n -> "line " + n).toList();

    assertThat(peripherals.print(new Receipt(lines, true))).isEqualTo(new Done());

    assertThat(last().lines()).isEqualTo(lines);
  }

  @Test
  void registerThatClosesLeavesThePrinterToAnother() throws IOException {
    print();
    peripherals.close();

    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);

    assertThat(print()).isEqualTo(new Done());
    assertThat(printer.pieces()).hasSize(2);
  }

  @Test
  void wrongPropertyNamesItselfItsValueAndWhatIsAllowed() throws IOException {
    restart(prop("codePages", "PC999"));

    assertThat(status().state())
        .contains("codePages is \"PC999\"; allowed: \"PC999\" is no code page")
        .contains("PC852");
  }

  private DeviceOutcome print() {
    return peripherals.print(new Receipt(LINES, true));
  }

  private PrintedPiece last() {
    return printer.pieces().getLast();
  }

  private void start(String properties) throws IOException {
    Files.writeString(jposXml(), xml(printer.port(), properties));
    peripherals = JavaPosPeripherals.open(jposXml(), lane, SHORT);
  }

  private void restart(String properties) throws IOException {
    peripherals.close();
    start(properties);
  }

  private String xml(int port, String properties) {
    String entry =
        """
          <JposEntry logicalName="%s/%s">
            <creation factoryClass="dev.tillbridge.devices.escpos.EscPosServiceFactory"
                      serviceClass="dev.tillbridge.devices.escpos.EscPosServiceFactory"/>
            <vendor name="Tillbridge" url=""/>
            <jpos category="%s" version="1.15"/>
            <product name="ESC/POS" description="Network printer" url=""/>
            <prop name="host" type="String" value="127.0.0.1"/>
            <prop name="port" type="String" value="%d"/>
            <prop name="printMillis" type="String" value="2000"/>
            <prop name="pollMillis" type="String" value="40"/>
            %s
          </JposEntry>
        """;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<JposEntries>\n"
        + entry.formatted(lane, "printer", "POSPrinter", port, properties)
        + entry.formatted(lane, "drawer", "CashDrawer", port, prop("drawerSensor", "high"))
        + "</JposEntries>\n";
  }

  private static String prop(String name, String value) {
    return "<prop name=\"%s\" type=\"String\" value=\"%s\"/>".formatted(name, value);
  }

  /** A ring and a diagonal, and the byte pair of a real-time command nowhere. */
  private Path picture(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLACK);
    graphics.fillOval(8, 8, width - 16, height - 16);
    graphics.setColor(Color.WHITE);
    graphics.fillOval(20, 20, width - 40, height - 40);
    graphics.setColor(Color.BLACK);
    graphics.drawLine(0, 0, width - 1, height - 1);
    graphics.dispose();
    Path file = folder.resolve("logo-" + width + ".png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  /** Kept with the build, to be looked at. */
  private static void look(PrintedPiece piece, String name) throws IOException {
    Path pictures = Files.createDirectories(Path.of("target", "paper"));
    ImageIO.write(piece.image(), "png", pictures.resolve(name + ".png").toFile());
  }

  private static String scanned(BufferedImage paper) throws Exception {
    int[] pixels =
        paper.getRGB(0, 0, paper.getWidth(), paper.getHeight(), null, 0, paper.getWidth());
    return new MultiFormatReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(paper.getWidth(), paper.getHeight(), pixels))))
        .getText();
  }

  private Path jposXml() {
    return folder.resolve("jpos.xml");
  }

  private DeviceStatus status() {
    return peripherals.status().get(0);
  }

  private DeviceStatus drawer() {
    return peripherals.status().get(1);
  }

  private static Fault fault(DeviceOutcome outcome) {
    assertThat(outcome).isInstanceOf(Fault.class);
    return (Fault) outcome;
  }
}

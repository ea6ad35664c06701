package dev.tillbridge.devices.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.devices.service.PaperStep;
import dev.tillbridge.devices.service.PaperStep.Symbology;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes on the wire, held against files written by hand from the command reference. */
class GoldenBytesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"WPC1250", "PC852,PC858", "PC858=19,PC852=18"})
  void lettersByCodePage(String pages) throws Exception {
    assertGolden(
        "letters-" + pages.replace(',', '-').replace("=", "is"),
        new PaperWriter(CodePage.parse(pages), 42, 512)
            .bytes(List.of(new PaperStep.Text("čšžđ ČŠŽĐ 5 €\n"))));
  }

  @Test
  void stylesAlignmentAndCut() throws Exception {
    assertGolden(
        "styles",
        new PaperWriter(CodePage.parse("WPC1250"), 42, 512)
            .bytes(
                List.of(
                    new PaperStep.Text("\u001b|cA\u001b|bC\u001b|4CSHOP\n"),
                    new PaperStep.Text("\u001b|rAright\n\u001b|N\u001b|uCunder\u001b|!uC\n"),
                    new PaperStep.Text("\u001b|2Cwide\u001b|1C \u001b|3Chigh\n"),
                    new PaperStep.Text("\u001b|5lFno \u001b|zzZtrace\n"),
                    new PaperStep.Cut())));
  }

  @Test
  void code128AndQr() throws Exception {
    assertGolden(
        "codes",
        new PaperWriter(CodePage.parse("WPC1250"), 42, 512)
            .bytes(
                List.of(
                    new PaperStep.Code(Symbology.CODE128, "S01-R07-{9"),
                    new PaperStep.Code(Symbology.QR, "S01-R07-1"))));
  }

  @Test
  void pictureOnPaperWiderThanItsLines() throws Exception {
    BufferedImage image = new BufferedImage(16, 2, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < 16; x++) {
      image.setRGB(x, 0, x % 2 == 0 ? 0 : 0xffffff);
      image.setRGB(x, 1, 0xffffff);
    }
    // The second row alone would read 10 04: "tell me how you are", in the middle of a picture.
    image.setRGB(3, 1, 0);
    image.setRGB(13, 1, 0);
    Path file = folder.resolve("dots.png");
    ImageIO.write(image, "png", file.toFile());

    assertGolden(
        "picture",
        new PaperWriter(CodePage.parse("WPC1250"), 42, 576)
            .bytes(List.of(new PaperStep.Picture(file))));
  }

  @Test
  void secondReceiptGoesOnWhereTheFirstEnded() throws Exception {
    PaperWriter writer = new PaperWriter(CodePage.parse("WPC1250"), 42, 512);
    writer.bytes(List.of(new PaperStep.Text("one\n")));

    assertThat(writer.bytes(List.of(new PaperStep.Text("two\n"))))
        .isEqualTo("two\n".getBytes(StandardCharsets.US_ASCII));

    writer.restart();
    assertThat(writer.bytes(List.of(new PaperStep.Text("three\n")))).startsWith(0x1b, '@');
  }

  @Test
  void controlCharactersNeverReachThePrinter() throws Exception {
    byte[] bytes =
        new PaperWriter(CodePage.parse("WPC1250"), 42, 512)
            .bytes(List.of(new PaperStep.Text("a\u0010\u0004\u0001b\u001b@c\u007f\u0085d\r\n")));

    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).endsWith("-ab@cd\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PC999", "PC852=256", "PC852=x", "PC852=1=2", "PC852,,PC858"})
  void codePagesThatAreNoneAreRefusedWithWhatIsAllowed(String written) {
    assertThatThrownBy(() -> CodePage.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            written.contains("=") && !written.contains("1=2") ? "0 to 255" : "PC852");
  }

  /** Comments from # on; a character in quotes stands for its ASCII code. */
  private static void assertGolden(String name, byte[] bytes) throws IOException {
    try (InputStream file = GoldenBytesTest.class.getResourceAsStream("/golden/" + name + ".hex")) {
      assertThat(file)
          .as("golden/" + name + ".hex, for " + HexFormat.ofDelimiter(" ").formatHex(bytes))
          .isNotNull();
      List<String> wanted = new ArrayList<>();
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        for (String one : line.replaceFirst("#.*", "").strip().split(" +")) {
          if (one.matches("'.'")) {
            wanted.add(HexFormat.of().toHexDigits((byte) one.charAt(1)));
          } else if (!one.isEmpty()) {
            wanted.add(one);
          }
        }
      }
      assertThat(HexFormat.ofDelimiter(" ").formatHex(bytes)).isEqualTo(String.join(" ", wanted));
    }
  }
}

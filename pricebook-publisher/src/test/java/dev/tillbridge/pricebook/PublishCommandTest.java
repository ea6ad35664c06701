package dev.tillbridge.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.topic.PriceBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishCommandTest {

  private static final Path CONFIG = Path.of("..", "config");

  @TempDir Path dir;

  private PriceBroker hq;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void startHq() throws IOException {
    hq = PriceBroker.start(dir);
    Files.writeString(
        dir.resolve("hq.properties"),
        """
        data.dir = broker
        secrets.dir = secrets
        listen.port = %d
        stores = S01
        currency = GBP
        web.port = 8080
        """
            .formatted(hq.port()));
  }

  @AfterEach
  void stopHq() {
    hq.close();
  }

  @Test
  void sampleListIsPublishedAndItsItemsAreShown() {
    int published =
        run("publish", sample("sample-prices.csv"), "--tax-file", sample("sample-taxes.csv"));

    assertThat(err.toString()).isEmpty();
    assertThat(published).isZero();
    assertThat(out.toString())
        .contains("Published price book version 1: 69 values (69 new, 0 changed, 0 gone)");
    assertThat(run("show", "1001", "2000000160603")).isZero();
    assertThat(out.toString())
        .contains("1001  Semi-skimmed milk 1 l  GBP 1.25  tax ZERO (0 % inclusive)");
    assertThat(out.toString()).contains("1606  Cola 1.5 l");
    assertThat(run("status")).isZero();
    assertThat(out.toString())
        .contains("Price book version 1")
        .contains("values     69, prices in GBP");
  }

  @Test
  void sameListAgainSaysSo() {
    run(
        "publish",
        sample("sample-prices.csv"),
        "--tax-file",
        sample("sample-taxes.csv"),
        "--by",
        "ann");

    int again = run("publish", sample("sample-prices.csv"));

    assertThat(again).isZero();
    assertThat(out.toString()).contains("This is price book version 1 already").contains("by ann");
  }

  @Test
  void listWithABadRowIsRefusedWithExitCodeTwo() throws IOException {
    Path list = dir.resolve("list.csv");
    Files.writeString(list, "code,name,price\n1,Tea,2.40\n2,Coffee,free\n");

    int refused = run("publish", list.toString(), "--tax", "STANDARD=20", "--mode", "exclusive");

    assertThat(refused).isEqualTo(2);
    assertThat(err.toString())
        .contains("line 3, price \"free\"")
        .contains("1 problem, listed above. Nothing was published.");
    assertThat(run("status")).isZero();
    assertThat(out.toString()).contains("No price book is published yet.");
  }

  @Test
  void listWithoutAnyKnownTaxCategoryIsRefused() {
    int refused = run("publish", sample("sample-prices.csv"));

    assertThat(refused).isEqualTo(2);
    assertThat(err.toString()).contains("No tax category is known");
  }

  @Test
  void brokerThatIsAwayIsNamed() {
    hq.close();

    int fault = run("status");

    assertThat(fault).isEqualTo(1);
    assertThat(err.toString())
        .contains("No session for user publisher at the broker at 127.0.0.1:" + hq.port());
  }

  private static String sample(String name) {
    return CONFIG.resolve(name).toString();
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--config", dir.resolve("hq.properties").toString()));
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}

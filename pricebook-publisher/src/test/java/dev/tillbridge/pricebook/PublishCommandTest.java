package dev.tillbridge.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.PriceBroker;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.desk.PricebookSettings;
import dev.tillbridge.pricebook.proposal.Proposed;
import dev.tillbridge.pricebook.records.HqDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
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

  @Test
  void nightFromProposalToRollbackOnTheCommandLine() throws IOException {
    run("publish", sample("sample-prices.csv"), "--tax-file", sample("sample-taxes.csv"));
    propose("1606", "1.75");

    assertThat(run("proposals")).isZero();
    assertThat(out.toString()).contains("list.csv by ann: 0 new, 1 changed, 65 gone");
    assertThat(run("diff", "1", "--csv", dir.resolve("all.csv").toString())).isZero();
    assertThat(out.toString())
        .contains("From version 1 to proposal 1: 0 new, 1 changed, 65 gone; 1 prices change.")
        .contains("1606 Cola 1.5 l: price GBP 1.60 to GBP 1.75 (+9.4 %)");
    assertThat(Files.readString(dir.resolve("all.csv")))
        .contains("item:1606,Cola 1.5 l,changed,1.60,1.75");
    Files.writeString(
        dir.resolve("invoices.csv"),
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice\n1,1606,COLA,2,x,1.60\n");
    assertThat(run("preview", "1", "--file", dir.resolve("invoices.csv").toString())).isZero();
    assertThat(out.toString()).contains("1: GBP 3.20 to GBP 3.50 (+0.30)");

    assertThat(run("publish", "1", "--at", "2020-01-01 03:00")).isEqualTo(2);
    assertThat(run("publish", "1", "--by", "ann")).isZero();
    assertThat(out.toString()).contains("Proposal 1: scheduled for").contains("03:00 by ann");
    assertThat(run("publish", "1", "--now", "--canary", "S01")).isZero();
    assertThat(out.toString()).contains("Published price book version 2 for S01 first");
    assertThat(run("promote")).isZero();
    assertThat(run("change", "1606", "1.50", "--reason", "wrong label")).isZero();
    assertThat(out.toString()).contains("Nobody else approved it");
    assertThat(run("rollback", "1", "--reason", "wrong list")).isZero();
    assertThat(run("versions")).isZero();
    assertThat(out.toString())
        .contains("rollback to version 1: wrong list")
        .contains("emergency price of 1606, GBP 1.75 to GBP 1.50: wrong label")
        .contains("version 2 for all stores");
    assertThat(run("status")).isZero();
    assertThat(out.toString())
        .contains("Price book version 5")
        .contains("Which register has it is not known now. HQ has no database yet");
    assertThat(err.toString()).contains("is past. Give a later time");
  }

  @Test
  void proposalWithAnOutlierWaitsForASecondPerson() throws IOException {
    run("publish", sample("sample-prices.csv"), "--tax-file", sample("sample-taxes.csv"));
    propose("1606", "16.00");

    assertThat(run("publish", "1", "--now", "--by", "ann")).isEqualTo(2);
    assertThat(err.toString()).contains("needs the approval of somebody other than ann");
    assertThat(run("diff")).isZero();
    assertThat(out.toString()).contains("decimal slip?");
    assertThat(run("approve", "1", "--by", "ann")).isEqualTo(2);
    assertThat(run("approve", "1", "--by", "bob")).isZero();
    assertThat(run("withdraw", "1", "--reason", "a slip indeed")).isZero();
    assertThat(run("publish", "1", "--now")).isEqualTo(2);
    assertThat(err.toString())
        .contains("Proposal 1 is finished: withdrawn by")
        .contains("a slip indeed");
  }

  /** As the import does. */
  private void propose(String code, String price) throws IOException {
    Settings settings = Settings.read(dir.resolve("hq.properties"));
    try (BrokerAccess access = hq.publisher();
        PriceDesk desk =
            new PriceDesk(
                access,
                PricebookSettings.read(settings),
                HqDatabase.of(settings),
                Clock.systemUTC())) {
      BookValue item =
          new BookValue.Item(
              code,
              "Cola 1.5 l",
              Money.parse("GBP " + price),
              "STANDARD",
              List.of("2000000160603"));
      assertThat(desk.propose(List.of(item), "list.csv", "ann")).isInstanceOf(Proposed.Made.class);
    }
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

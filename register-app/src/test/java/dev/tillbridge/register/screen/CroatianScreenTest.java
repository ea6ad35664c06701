package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.devices.simulated.SimulatedPrinter;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.register.lane.Books;
import dev.tillbridge.register.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A register whose language is Croatian: what people read is Croatian, what programs read is not.
 */
class CroatianScreenTest {

  private static final AtomicInteger REGISTERS = new AtomicInteger();

  @TempDir private Path folder;
  private Counter counter;
  private Till till;

  @BeforeEach
  void open() throws IOException {
    counter =
        new Counter(
            folder,
            new LaneId("S11", "R" + REGISTERS.incrementAndGet()),
            0,
            Duration.ZERO,
            Words.in(Words.language("hr"), Words.formats("hr-HR")));
    till = Till.selling(counter.screen.url());
  }

  @AfterEach
  void close() {
    till.close();
    counter.close();
  }

  @Test
  void aRefusalIsCroatianOnScreenAndEnglishForPrograms() {
    String screen = till.htmx("/lane/scan", "code", "99999").body();
    String program = till.json("/lane/scan", "code", "99999").refusal();

    assertThat(screen).contains("Šifre „99999” nema u cjeniku 12.");
    assertThat(program).contains("\"99999\" is not in price book 12.");
    assertThat(till.lane().path("refusal").asString()).isEqualTo(program);
  }

  @Test
  void whatCannotBeReadAndWhatWasDoneAreCroatianToo() {
    String unread = till.htmx("/drawer/move", "movement", "UP", "amount", "1").body();
    till.json("/lane/scan", "code", "71053");
    String voided = till.htmx("/lane/line/1/void").body();
    String moved =
        till.htmx("/drawer/move", "movement", "DROP", "amount", "12,50", "reason", "sef").body();
    String missing = till.htmx("/drawer/no-sale", "reason", "").body();

    assertThat(unread).contains("Odaberite uplatu, isplatu ili polog");
    assertThat(voided).contains("Redak je storniran.");
    assertThat(moved).contains("Zabilježeno je, potvrda se ispisuje.");
    assertThat(missing).contains("potreban razlog (otvaranje bez prodaje)");
    assertThat(till.get("/panel/journal").body()).contains("Polog u sef: sef").contains("12,50");
  }

  @Test
  void faultsOfCardReaderAndScaleAreCroatian() {
    counter.devices.msr().swipeBadly();

    await()
        .untilAsserted(() ->
            assertThat(till.get("/lane/parts").body())
                .contains("Čitač nije pročitao karticu. Provucite je opet")
                .contains("Ili potražite kupca po imenu."));
    counter.devices.scale().setPlugged(false);
    assertThat(till.htmx("/lane/scan", "code", "40011").body())
        .contains(
            "Vaga je isključena ili nije spojena. Provjerite napajanje i kabel; dotad upisujte težinu.");
  }

  @Test
  void theSignOnPageRefusesInCroatian() {
    try (Till stranger = new Till(counter.screen.url())) {
      String refused = stranger.form("/sign-on", "operator", "ann", "pin", "9").body();

      assertThat(refused)
          .contains("<html lang=\"hr\"")
          .contains("Pogrešan korisnik ili PIN. Pokušajte ponovno.");
    }
  }

  @Test
  void receiptPanelAndSimulatedDevicesAreCroatian() {
    counter.books.set(Books.of(13, Books.item("71053", "Žličica, češka", "3.39")));
    till.json("/lane/scan", "code", "71053");
    till.json("/lane/tender/cash", "amount", "5");
    await()
        .untilAsserted(() -> assertThat(till.get("/panel/simulated").body()).contains("1,61 GBP"));

    assertThat(till.get("/panel/simulated").body())
        .contains("Žličica, češka")
        .contains("Ostatak")
        .contains("OSTATAK         1,61")
        .contains("Zaslon za kupca")
        .contains("Izvadi papir");
    assertThat(till.get("/panel/x-reading").body())
        .contains("Treba biti u ladici")
        .contains("gotovina (1)")
        .contains("103,39");
  }

  @Test
  void aDevicesFaultIsToldInCroatian() {
    counter.devices.printer().setPaper(SimulatedPrinter.Paper.OUT);
    till.json("/lane/scan", "code", "71053");
    till.json("/lane/tender/cash", "amount", "exact");

    await()
        .untilAsserted(() ->
            assertThat(till.get("/").body())
                .contains("Pisač računa nema papira. Stavite novu rolu, zatim ispišite opet."));
  }
}

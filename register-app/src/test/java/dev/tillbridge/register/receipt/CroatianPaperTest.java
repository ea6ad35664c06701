package dev.tillbridge.register.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.drawer.CashMovement;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.document.Begin;
import dev.tillbridge.register.drawer.CloseDrawer;
import dev.tillbridge.register.drawer.MoveCash;
import dev.tillbridge.register.drawer.PrintReading;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Scan;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.lane.ShopBook;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CroatianPaperTest {

  private final Shop shop = Shop.open().in(Words.in(Words.language("hr"), Words.formats("hr-HR")));

  @Test
  void aReceiptIsInCroatianWithItsLettersAndFigures() {
    shop.book =
        Optional.of(
            new ShopBook(8).with("71053", "Čaša žuta, šarena", "GBP 3.39", ShopBook.STANDARD));
    shop.lane.scan(new Scan("71053", new BigDecimal("3"), null, null, "536365"));

    shop.lane.tenderCash(Shop.gbp("20.00"));

    assertThat(printed(1))
        .containsExactly(
            "             Tillbridge Shop",
            "              1 High Street",
            "",
            "Račun S01-R01-1              Operater 1001",
            "22.11.2026. 08:30:00",
            "Oznaka 536365",
            "------------------------------------------",
            "Čaša žuta, šarena",
            "  3 x 3,39                           10,17",
            "------------------------------------------",
            "Porez standard 20% uklj. na 8,47      1,70",
            "UKUPNO                           10,17 GBP",
            "Gotovina                         20,00 GBP",
            "Ostatak                           9,83 GBP",
            "");
  }

  @Test
  void aReturnAndACopySaySo() {
    shop.kind(TicketKind.RETURN);
    shop.lane.scan(Scan.of("71053"));
    shop.lane.tenderExactCash();
    shop.lane.reprint();

    assertThat(printed(2))
        .contains("              *** KOPIJA ***", "              *** POVRAT ***")
        .contains("UKUPNO                           -3,39 GBP")
        .contains("Gotovina, isplata                 3,39 GBP");
  }

  @Test
  void slipsSayWhatTheyAre() {
    done(new MoveCash(CashMovement.DROP, Shop.gbp("20.00"), "višak"));
    shop.lane.scan(Scan.of("71053"));
    done(Begin.quote("Žgela", LocalDate.of(2026, 12, 4)));

    assertThat(printed(1))
        .contains("           *** POLOG U SEF ***", "Iznos                            20,00 GBP");
    assertThat(printed(2))
        .contains("              *** PONUDA ***", "Broj                            S01-R01-D1")
        .contains("Žgela", "Nije prodano. Ove cijene vrijede")
        .contains("do 4.12.2026., uključujući taj dan.");
  }

  @Test
  void readingsHaveTheSameFiguresInCroatian() {
    shop.lane.scan(Scan.of("71053"));
    shop.lane.tenderExactCash();
    done(new PrintReading());
    shop.lane.carryOut(new CloseDrawer(Shop.gbp("103.00")));

    assertThat(printed(2))
        .contains("            *** X IZVJEŠĆE ***", "Ladica 1 od 22.11.2026.")
        .contains("Prodaja: 1                            3,39")
        .contains("gotovina (1)                          3,39")
        .contains("Treba biti u ladici                 103,39");
    assertThat(printed(3)).contains("            *** Z IZVJEŠĆE ***");
    assertThat(printed(3)).contains("MANJAK                                0,39");
    assertThat(shop.devices.printed).allMatch(paper -> fits(paper.lines()));
  }

  private void done(TillCommand command) {
    assertThat(shop.lane.carryOut(command)).isInstanceOf(Outcome.Done.class);
  }

  private static boolean fits(List<String> lines) {
    return lines.stream().allMatch(line -> line.length() <= Receipt.WIDTH);
  }

  private List<String> printed(int paper) {
    await().until(() -> shop.devices.printed.size() >= paper);
    return shop.devices.printed.get(paper - 1).lines();
  }
}

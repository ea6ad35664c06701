package dev.tillbridge.hq.ingest;

import static dev.tillbridge.hq.testing.ShopEntries.returned;
import static dev.tillbridge.hq.testing.ShopEntries.sold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.hq.testing.HqScreens;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.hq.web.HqWeb;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three lanterns for 7.65, in which 1.28 of tax was charged, come back at two registers. */
class TaxBackTest {

  private static final String OVER =
      "OVER_TAXED S01-R01-1 line 1: 0.0100 Ticket S01-R01-1 line 1, Lantern: GBP 1.28 of tax was"
          + " charged, and lines told GBP 1.29 to go back, GBP 0.01 too much:"
          + " GBP 0.43 on 2026-11-20 at S01-R02, ticket S01-R02-1;"
          + " GBP 0.86 on 2026-11-20 at S01-R02, ticket S01-R02-2.";

  private final TestBooks books = new TestBooks();
  private final Ingest ingest = books.ingest();
  private final LaneTape one = new LaneTape("S01-R01");
  private final LaneTape two = new LaneTape("S01-R02");
  private final byte[] sale = sold(one, "3");

  @TempDir private Path folder;

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void taxThatWasChargedGoesBackInPartsWithoutAnException() {
    post(sale, returned(two, "1", "S01-R01-1", "0.43"), returned(two, "2", "S01-R01-1", "0.85"));

    assertThat(books.count("finding")).isZero();
  }

  @Test
  void moreThanWasChargedIsAnExceptionWithSoldReturnedAndDifference() throws Exception {
    post(sale, returned(two, "1", "S01-R01-1", "0.43"));
    assertThat(books.count("finding")).isZero();

    post(returned(two, "2", "S01-R01-1", "0.86"));

    assertThat(standing("OVER_TAXED")).isEqualTo(OVER);
    assertThat(standing("TAX_DIFFERS"))
        .startsWith(
            "TAX_DIFFERS S01-R01-1 20 % STANDARD: 0.0100 Ticket S01-R01-1: all goods at 20 %"
                + " STANDARD came back; GBP 1.28 of tax was charged and GBP 1.29 went back,"
                + " GBP 0.01 too much: GBP 0.43 on");
    try (HqWeb web = HqScreens.over(books, folder)) {
      Accountant olga = new Accountant(web.url()).signOn();
      assertThat(olga.get("/exceptions").body())
          .contains(
              "More tax given back than was charged", "Other tax given back than was charged");
      assertThat(olga.get("/exceptions/finding/1").body()).contains("£0.01 too much");
    }
  }

  @Test
  void aReturnThatComesBeforeItsSaleIsComparedWhenTheSaleComes() {
    post(returned(two, "1", "S01-R01-1", "0.43"), returned(two, "2", "S01-R01-1", "0.86"));
    assertThat(books.count("finding")).isZero();

    post(sale);

    assertThat(standing("OVER_TAXED")).isEqualTo(OVER);
  }

  @Test
  void lessThanWasChargedIsOneOnlyOnceAllHasComeBack() throws Exception {
    byte[] first = returned(two, "1", "S01-R01-1", "0.40");
    post(returned(two, "2", "S01-R01-1", "0.85"), sale);
    assertThat(books.count("finding")).isZero();

    post(first);

    assertThat(books.value("select count(*) from finding")).isEqualTo("1");
    assertThat(standing("TAX_DIFFERS"))
        .contains("GBP 1.28 of tax was charged and GBP 1.25 went back, GBP 0.03 too little");
    try (HqWeb web = HqScreens.over(books, folder)) {
      assertThat(new Accountant(web.url()).signOn().get("/exceptions/finding/1").body())
          .contains("£0.03 too little");
    }
  }

  @Test
  void whatOlderRegistersRoundedByTheRateIsNone() {
    post(
        sale,
        returned(two, "1", "S01-R01-1"),
        returned(two, "1", "S01-R01-1"),
        returned(two, "1", "S01-R01-1"));

    assertThat(books.value("select sum(tax) from ticket_tax")).isEqualTo("-0.0100");
    assertThat(books.count("finding")).isZero();
  }

  private void post(byte[]... entries) {
    for (byte[] entry : entries) {
      ingest.post(List.of(entry));
    }
  }

  private String standing(String kind) {
    return books.value(
        "select kind || ' ' || subject || ': ' || amount || ' ' || detail from finding"
            + " where cleared_at is null and kind = '"
            + kind
            + "'");
  }
}

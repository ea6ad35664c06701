package dev.tillbridge.hq.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.books.DocumentFile;
import dev.tillbridge.hq.books.DocumentReport;
import dev.tillbridge.hq.books.DocumentSummary;
import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.hq.testing.HqScreens;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.hq.web.HqWeb;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketParticulars;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lives of documents in the books: by account to the cent, whatever the order. */
class DocumentsAtHqTest {

  private static final String ORDER = "S01-R01-D1";
  private static final String LAYAWAY = "S01-R01-D2";

  @TempDir Path folder;

  private final TestBooks books = new TestBooks();
  private final Ingest ingest = books.ingest();
  private final LaneTape tape = new LaneTape("S01-R01");
  private final LaneTape other = new LaneTape("S01-R02");
  private final DocumentReport report = new DocumentReport(books.books(), CurrencyUnit.GBP);

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void anOrderFromItsDepositToItsPickUpIsRightOnEveryAccount() {
    ingest.post(List.of(begun(tape, ORDER, DocumentKind.ORDER, "15.30")));
    ingest.post(List.of(paid(tape, ORDER, "5.00")));

    assertThat(one(ORDER).deposit()).isEqualTo(gbp("5.00"));
    assertThat(balances()).isEqualTo("1010 5.00, 2200 -5.00");
    assertThat(report.held()).isEqualTo(new DocumentReport.Held(1, gbp("5.00")));

    ingest.post(List.of(pickedUp(tape, ORDER, "15.30", "5.00")));

    assertThat(balances()).isEqualTo("1010 15.30, 2010 -2.55, 2200 0.00, 4000 -12.75");
    assertThat(one(ORDER).state()).isEqualTo("DONE");
    assertThat(one(ORDER).deposit()).isEqualTo(gbp("0.00"));
    assertThat(report.held()).isEqualTo(new DocumentReport.Held(0, gbp("0.00")));
    assertThat(report.find(null, false)).isEmpty();
  }

  @Test
  void aLayawayPaidTwiceAndCancelledKeepsTheFeeOnItsAccount() {
    ingest.post(
        List.of(
            begun(tape, LAYAWAY, DocumentKind.LAYAWAY, "20.00"),
            paid(tape, LAYAWAY, "5.00"),
            paid(other, LAYAWAY, "2.50")));
    assertThat(balances()).isEqualTo("1010 7.50, 2200 -7.50");

    ingest.post(List.of(cancelled(tape, LAYAWAY, "7.50", "2.00")));

    assertThat(books.value("select max(reason) from suspense")).isEqualTo("null");
    assertThat(balances()).isEqualTo("1010 2.00, 2200 0.00, 4800 -2.00");
    assertThat(one(LAYAWAY).state()).isEqualTo("CANCELLED");
    assertThat(one(LAYAWAY).problem()).isNull();
  }

  @Test
  void anyOrderAndAnyRedeliveryGiveTheSameDocuments() {
    List<byte[]> all =
        new ArrayList<>(
            List.of(
                begun(tape, ORDER, DocumentKind.ORDER, "15.30"),
                paid(tape, ORDER, "5.00"),
                begun(tape, LAYAWAY, DocumentKind.LAYAWAY, "20.00"),
                paid(other, LAYAWAY, "7.00"),
                pickedUp(tape, ORDER, "15.30", "5.00"),
                paid(tape, LAYAWAY, "1.00")));
    Random random = new Random(20261127);
    String expected = null;
    for (int round = 0; round < 6; round++) {
      try (TestBooks fresh = new TestBooks()) {
        List<byte[]> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(bytes -> fresh.ingest().post(List.of(bytes)));
        fresh.ingest().post(all);
        String found =
            fresh.value(
                "select string_agg(concat_ws(' ', number, kind, state, total, deposit, problem),"
                    + " ', ' order by number) from document");
        expected = expected == null ? found : expected;
        assertThat(found).as("round %s", round).isEqualTo(expected);
        assertThat(fresh.value("select sum(deposit) from document"))
            .isEqualTo(fresh.value("select -sum(amount) from posting where account = '2200'"));
      }
    }
    assertThat(expected)
        .isEqualTo("S01-R01-D1 ORDER DONE 15.3000 0.0000, S01-R01-D2 LAYAWAY OPEN 20.0000 8.0000");
  }

  @Test
  void aPaymentThatComesBeforeItsDocumentIsHeldAlready() {
    ingest.post(List.of(paid(other, ORDER, "5.00")));

    assertThat(one(ORDER).kind()).isNull();
    assertThat(one(ORDER).deposit()).isEqualTo(gbp("5.00"));

    ingest.post(List.of(begun(tape, ORDER, DocumentKind.ORDER, "15.30")));
    assertThat(one(ORDER).kind()).isEqualTo("ORDER");
    assertThat(one(ORDER).lane()).isEqualTo("S01-R01");
  }

  @Test
  void editsMadeApartAreShownAndNoPaymentIsLost() throws Exception {
    ingest.post(
        List.of(
            begun(tape, ORDER, DocumentKind.ORDER, "15.30"),
            begun(other, ORDER, DocumentKind.ORDER, "20.00"),
            paid(tape, ORDER, "5.00"),
            paid(other, ORDER, "3.00")));

    assertThat(one(ORDER).problem()).isEqualTo("TWO_REVISIONS");
    assertThat(one(ORDER).deposit()).isEqualTo(gbp("8.00"));
    try (HqWeb web = HqScreens.over(books, folder)) {
      Accountant olga = new Accountant(web.url()).signOn();
      String address = "/documents/" + one(ORDER).id();
      assertThat(olga.get("/exceptions").body())
          .contains("Changed twice, apart")
          .contains(address)
          .contains("every payment counts");
      String seen =
          olga.send(address, address + "/seen", "note=" + Accountant.encoded("Two customers"))
              .body();
      assertThat(seen).contains("Two customers").contains("8.00");
      assertThat(olga.get("/exceptions").body()).doesNotContain("Changed twice, apart");
      assertThat(olga.get("/exceptions?show=all").body()).contains("Changed twice, apart");
      assertThat(olga.get("/documents?text=D1").body())
          .contains(ORDER)
          .contains("Deposits held: <b class=\"money\">£8.00");
      assertThat(olga.get("/documents?text=nobody").body()).contains("No document fits");
      assertThat(olga.get("/documents/99").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void moreDeliveredThanPaidIsShownUntilThePaymentComes() {
    byte[] payment = paid(tape, ORDER, "5.00");
    ingest.post(
        List.of(
            begun(tape, ORDER, DocumentKind.ORDER, "15.30"),
            pickedUp(tape, ORDER, "15.30", "5.00")));
    assertThat(one(ORDER).problem()).isEqualTo("OVERDRAWN");

    ingest.post(List.of(payment));

    assertThat(one(ORDER).problem()).isNull();
  }

  @Test
  void endedTwiceAndMoneyLeftOverAreShown() {
    ingest.post(
        List.of(
            begun(tape, ORDER, DocumentKind.ORDER, "15.30"),
            paid(tape, ORDER, "5.00"),
            pickedUp(tape, ORDER, "15.30", "5.00"),
            paid(other, ORDER, "1.00")));
    assertThat(one(ORDER).problem()).isEqualTo("LEFT_OVER");
    assertThat(report.find(null, false)).extracting(DocumentSummary::number).containsExactly(ORDER);

    ingest.post(List.of(cancelled(other, ORDER, "1.00", "0.00")));

    assertThat(one(ORDER).problem()).isEqualTo("ENDED_TWICE");
    DocumentFile file = report.open(one(ORDER).id()).orElseThrow();
    assertThat(file.steps())
        .extracting(step -> step.deposit())
        .containsExactlyInAnyOrder(
            gbp("0.00"), gbp("5.00"), gbp("-5.00"), gbp("1.00"), gbp("-1.00"));
  }

  @Test
  void documentLeftToAnotherLaneIsOwedUntilThatLaneEndsItInAnyOrderOfArrival() {
    List<byte[]> all =
        new ArrayList<>(
            List.of(
                begun(tape, ORDER, DocumentKind.ORDER, "15.30"),
                paid(tape, ORDER, "5.00"),
                at(tape, ORDER, 3, DocumentState.HANDED_OVER),
                at(other, ORDER, 4, DocumentState.OPEN),
                pickedUp(other, ORDER, "15.30", "5.00")));
    Random random = new Random(20261128);
    for (int round = 0; round < 6; round++) {
      try (TestBooks fresh = new TestBooks()) {
        List<byte[]> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(bytes -> fresh.ingest().post(List.of(bytes)));
        assertThat(
                fresh.value("select concat_ws(' ', state, lane, deposit, problem) from document"))
            .as("round %s", round)
            .isEqualTo("DONE S01-R02 0.0000");
      }
    }
  }

  @Test
  void documentThatNobodyTookIsShownWithItsDepositAndWhereItWent() throws Exception {
    ingest.post(
        List.of(
            begun(tape, ORDER, DocumentKind.ORDER, "15.30"),
            paid(tape, ORDER, "5.00"),
            at(tape, ORDER, 3, DocumentState.HANDED_OVER)));

    assertThat(one(ORDER).state()).isEqualTo("HANDED_OVER");
    assertThat(one(ORDER).problem()).isNull();
    assertThat(one(ORDER).where()).isEqualTo("S01-R02");
    assertThat(report.held()).isEqualTo(new DocumentReport.Held(1, gbp("5.00")));
    assertThat(report.find(null, false)).hasSize(1);
    try (HqWeb web = HqScreens.over(books, folder)) {
      Accountant olga = new Accountant(web.url()).signOn();
      assertThat(olga.get("/documents/" + one(ORDER).id()).body())
          .contains("Left to another register")
          .contains("left by S01-R01 to S01-R02");
      assertThat(olga.get("/exceptions").body()).contains("Nothing needs you");
    }

    ingest.post(List.of(at(other, ORDER, 4, DocumentState.OPEN)));
    assertThat(one(ORDER).state()).isEqualTo("OPEN");
    assertThat(one(ORDER).where()).isEqualTo("S01-R02");
  }

  @Test
  void twoLanesThatTookTheSameRevisionAreShown() {
    LaneTape third = new LaneTape("S01-R03");
    ingest.post(
        List.of(
            begun(tape, ORDER, DocumentKind.ORDER, "15.30"),
            at(tape, ORDER, 2, DocumentState.HANDED_OVER),
            at(other, ORDER, 3, DocumentState.OPEN),
            at(third, ORDER, 3, DocumentState.OPEN)));

    assertThat(one(ORDER).problem()).isEqualTo("TWO_REVISIONS");
  }

  private static byte[] at(LaneTape lane, String number, long revision, DocumentState state) {
    return lane.write(
        new DocumentRecorded(
            1,
            new Document(
                number,
                DocumentKind.ORDER,
                state,
                revision,
                null,
                "Mrs Lind",
                List.of(line("15.30")),
                7,
                gbp("15.30"),
                gbp("5.00"),
                LaneTape.DAY.plusDays(10),
                List.of(),
                null,
                null),
            state == DocumentState.HANDED_OVER ? LaneId.parse("S01-R02") : null));
  }

  private DocumentSummary one(String number) {
    return report.find(number, true).getFirst();
  }

  /** Every account that was posted to, in pounds. */
  private String balances() {
    return books.value(
        "select string_agg(account || ' ' || amount::numeric(19,2), ', ' order by account) from"
            + " (select account, sum(amount) as amount from posting group by account) sums");
  }

  private static Money gbp(String amount) {
    return Money.of(CurrencyUnit.GBP, new BigDecimal(amount));
  }

  private static TicketLine line(String price) {
    return TicketLine.of(
        1,
        "22752",
        "22752",
        "SET 7 BABUSHKA NESTING BOXES",
        BigDecimal.ONE,
        gbp(price),
        new TaxRate("standard", new BigDecimal("20"), TaxMode.INCLUSIVE),
        null);
  }

  private static byte[] begun(LaneTape lane, String number, DocumentKind kind, String total) {
    return lane.write(
        new DocumentRecorded(
            1,
            new Document(
                number,
                kind,
                DocumentState.OPEN,
                1,
                null,
                "Mrs Lind",
                List.of(line(total)),
                7,
                gbp(total),
                gbp("0.00"),
                LaneTape.DAY.plusDays(10),
                List.of(),
                null,
                null)));
  }

  private static byte[] paid(LaneTape lane, String number, String amount) {
    return charged(
        lane,
        TicketParticulars.NONE
            .charging(new Charge.DepositPaid(gbp(amount), number))
            .stepping(new DocumentStep(number, DocumentState.OPEN)),
        gbp(amount));
  }

  private static byte[] cancelled(LaneTape lane, String number, String paid, String fee) {
    TicketParticulars back =
        TicketParticulars.NONE
            .charging(new Charge.DepositPaid(gbp(paid).negated(), number))
            .stepping(new DocumentStep(number, DocumentState.CANCELLED));
    return charged(
        lane,
        gbp(fee).isZero()
            ? back
            : back.charging(new Charge.Fee(gbp(fee), "Cancellation fee", number)),
        gbp(fee).minus(gbp(paid)));
  }

  private static byte[] charged(LaneTape lane, TicketParticulars particulars, Money cash) {
    return lane.ticket(
        Ticket.of(
            lane.nextNumber(),
            TicketKind.SALE,
            0,
            null,
            List.of(),
            List.of(new Tender.Cash(cash)),
            gbp("0.00"),
            null,
            particulars,
            gbp("0.00")));
  }

  private static byte[] pickedUp(LaneTape lane, String number, String total, String deposit) {
    return lane.ticket(
        Ticket.of(
            lane.nextNumber(),
            TicketKind.SALE,
            7,
            null,
            List.of(line(total)),
            List.of(
                new Tender.Deposit(gbp(deposit), number),
                new Tender.Cash(gbp(total).minus(gbp(deposit)))),
            gbp("0.00"),
            null,
            TicketParticulars.NONE.stepping(new DocumentStep(number, DocumentState.DONE)),
            gbp("0.00")));
  }
}

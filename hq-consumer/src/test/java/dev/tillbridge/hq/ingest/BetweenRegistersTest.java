package dev.tillbridge.hq.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.books.CustomerReport;
import dev.tillbridge.hq.books.StoredValueReport;
import dev.tillbridge.hq.ledger.ChartFile;
import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.hq.testing.HqScreens;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.hq.web.HqWeb;
import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketParticulars;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several registers did to the same goods, values and customers. */
class BetweenRegistersTest {

  private static final TaxRate TAX =
      new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.INCLUSIVE);
  private static final String GIFT = "S01-R01-1G1-00";

  private final TestBooks books = new TestBooks();
  private final Ingest ingest = books.ingest();
  private final LaneTape one = new LaneTape("S01-R01");
  private final LaneTape two = new LaneTape("S01-R02");

  @TempDir private Path folder;

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void goodsReturnedAtTwoRegistersAreAnExceptionWithTicketLineAndPlaces() throws Exception {
    Ticket sold = goods(one, "3", "7.65", null);
    ingest.post(List.of(one.ticket(sold)));
    ingest.post(List.of(one.ticket(goods(one, "-2", "-5.10", sold.number()))));
    assertThat(books.count("finding")).isZero();

    ingest.post(List.of(two.ticket(goods(two, "-2", "-5.10", sold.number()))));

    assertThat(
            books.value(
                "select string_agg(kind || ' ' || subject || ' ' || amount, ', ' order by kind) from finding"))
        .isEqualTo("OVER_REFUNDED S01-R01-1 line 1 2.5500, OVER_RETURNED S01-R01-1 line 1 2.5500");
    assertThat(books.value("select detail from finding where kind = 'OVER_RETURNED'"))
        .isEqualTo(
            "Ticket S01-R01-1 line 1, Lantern: 3 sold, 4 came back:"
                + " 2 on 2026-11-20 at S01-R01, ticket S01-R01-2;"
                + " 2 on 2026-11-20 at S01-R02, ticket S01-R02-1.");

    try (HqWeb web = HqScreens.over(books, folder)) {
      Accountant olga = new Accountant(web.url()).signOn();
      assertThat(olga.get("/exceptions").body())
          .contains("More came back than was sold")
          .contains("£2.55");
      String page = "/exceptions/finding/1";
      assertThat(olga.get(page).body()).contains("too much");
      olga.send(page, page + "/seen", "note=" + Accountant.encoded("The store was told"));
      assertThat(olga.get(page).body()).contains("The store was told");
      olga.send(
          "/exceptions/finding/2",
          "/exceptions/finding/2/seen",
          "note=" + Accountant.encoded("The same"));
      assertThat(olga.get("/exceptions").body()).contains("Nothing needs you");
    }
  }

  @Test
  void aReturnThatArrivesBeforeItsSaleIsLookedAtWhenTheSaleComes() {
    Ticket sold = goods(one, "1", "2.55", null);
    byte[] sale = one.ticket(sold);
    ingest.post(List.of(two.ticket(goods(two, "-2", "-5.10", sold.number()))));
    assertThat(books.count("finding")).isZero();

    ingest.post(List.of(sale));

    assertThat(books.value("select string_agg(kind, ' ' order by kind) from finding"))
        .isEqualTo("OVER_REFUNDED OVER_RETURNED");
  }

  @Test
  void storedValueIsOwedToTheCentAsTheLedgerSays() throws Exception {
    String gift = "S01-R01-1G1-31";
    String credit = "S01-R02-1C1-22";
    ingest.post(List.of(one.ticket(sells(one, gift, StoredValueKind.GIFT, "25.00"))));
    ingest.post(List.of(two.ticket(refunds(two, credit, "7.65"))));
    ingest.post(List.of(two.ticket(redeems(two, gift, StoredValueKind.GIFT, "10.20"))));
    ingest.post(List.of(one.ticket(redeems(one, credit, StoredValueKind.CREDIT, "5.10"))));

    var report = new StoredValueReport(books.books(), CurrencyUnit.of("GBP"), ChartFile.standard());

    assertThat(report.owed()).allMatch(StoredValueReport.Owed::agrees);
    assertThat(report.owed())
        .extracting(each -> each.kind() + " " + each.account() + " " + each.owed())
        .containsExactly("GIFT 2100 GBP 14.80", "CREDIT 2110 GBP 2.55");
    assertThat(report.find("1g1"))
        .extracting(StoredValueReport.Value::number)
        .containsExactly(gift);
    assertThat(books.value("select sum(amount) from posting")).isEqualTo("0.0000");
    assertThat(books.count("finding")).isZero();
    try (HqWeb web = HqScreens.over(books, folder)) {
      assertThat(new Accountant(web.url()).signOn().get("/stored-value").body())
          .contains("£14.80")
          .contains(credit)
          .contains("agree")
          .doesNotContain("differ:");
    }
  }

  @Test
  void anOverdrawIsAnExceptionAndOverWhenWhatWasIssuedComesLater() {
    byte[] issue = one.ticket(sells(one, GIFT, StoredValueKind.GIFT, "10.20"));
    ingest.post(List.of(two.ticket(redeems(two, GIFT, StoredValueKind.GIFT, "10.20"))));

    assertThat(books.value("select kind || ' ' || amount from finding where cleared_at is null"))
        .isEqualTo("OVERDRAWN 10.2000");
    ingest.post(List.of(issue));
    assertThat(books.value("select count(*) from finding where cleared_at is null")).isEqualTo("0");

    ingest.post(List.of(two.ticket(redeems(two, GIFT, StoredValueKind.GIFT, "2.55"))));
    assertThat(books.value("select detail from finding where cleared_at is null"))
        .startsWith(
            "Gift certificate " + GIFT + " was redeemed for GBP 2.55 more than was put on it:")
        .contains("issued 10.20 on S01-R01, ticket S01-R01-1")
        .contains("redeemed 10.20 on S01-R02, ticket S01-R02-1");
  }

  @Test
  void customersWithTheSamePhoneOrEmailAreOneAndItSaysWhy() throws Exception {
    ingest.post(
        List.of(
            one.write(customer("S01-R01-C1", "Ada Lovelace", "020 7946 0018", "ada@example.com")),
            one.write(customer("S01-R01-C2", "Grace Hopper", null, null))));
    ingest.post(
        List.of(
            two.write(customer("S01-R02-C1", "A. Lovelace", "(020) 7946-0018", null)),
            two.write(customer("S01-R02-C2", "Ada L", null, "ADA@example.com"))));

    var people = new CustomerReport(books.books(), CurrencyUnit.of("GBP")).find("");

    assertThat(people).hasSize(2);
    assertThat(
            people.stream()
                .filter(each -> each.records().size() == 3)
                .findFirst()
                .orElseThrow()
                .records())
        .extracting(CustomerReport.Known::id, CustomerReport.Known::because)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("S01-R01-C1", null),
            org.assertj.core.groups.Tuple.tuple("S01-R02-C1", "the phone number of S01-R01-C1"),
            org.assertj.core.groups.Tuple.tuple("S01-R02-C2", "the email of S01-R01-C1"));
    try (HqWeb web = HqScreens.over(books, folder)) {
      assertThat(new Accountant(web.url()).signOn().get("/customers?q=grace").body())
          .contains("Grace Hopper")
          .doesNotContain("Lovelace");
    }
  }

  @Test
  void aRecordThatFitsTwoCustomersMakesThemOne() {
    ingest.post(
        List.of(
            one.write(customer("S01-R01-C1", "Ada", "02079460018", null)),
            one.write(customer("S01-R01-C2", "Ada L", null, "ada@example.com")),
            two.write(customer("S01-R02-C1", "Ada Lovelace", "02079460018", "ada@example.com"))));

    assertThat(books.value("select count(distinct customer) from customer_record")).isEqualTo("1");
    assertThat(
            books.value(
                "select merged_because from customer_record where customer_id = 'S01-R01-C2'"))
        .isEqualTo("joined by S01-R02-C1");
  }

  @Test
  void aChangeMadeAtAnotherLaneIsTheSameCustomerAlsoWithoutPhoneAndEmail() {
    ingest.post(List.of(one.write(customer("S01-R01-C1", "Ada", null, null))));
    Customer ada = new Customer("S01-R01-C1", 2, "Ada King", null, null, null, null, false);
    ingest.post(List.of(two.write(new CustomerRecorded(0, ada))));

    assertThat(books.value("select count(distinct customer) from customer_record")).isEqualTo("1");
    assertThat(books.value("select merged_because from customer_record where revision = 2"))
        .isEqualTo("a change of S01-R01-C1");
  }

  private static CustomerRecorded customer(
      String id, String name, @Nullable String phone, @Nullable String email) {
    return new CustomerRecorded(0, new Customer(id, 1, name, phone, email, null, null, false));
  }

  private static TicketLine line(String quantity, @Nullable String from) {
    TicketLine line =
        TicketLine.of(1, "L", "L", "Lantern", new BigDecimal(quantity), gbp("2.55"), TAX, null);
    return from == null ? line : line.returnedFrom(new ReturnedFrom(from, 1, "too small"));
  }

  private static Ticket goods(LaneTape tape, String quantity, String paid, @Nullable String from) {
    return Ticket.of(
        tape.nextNumber(),
        quantity.startsWith("-") ? TicketKind.RETURN : TicketKind.SALE,
        1,
        null,
        List.of(line(quantity, from)),
        List.of(new Tender.Cash(gbp(paid))),
        gbp("0"));
  }

  private static Ticket sells(LaneTape tape, String number, StoredValueKind kind, String amount) {
    return Ticket.of(
        tape.nextNumber(),
        TicketKind.SALE,
        1,
        null,
        List.of(),
        List.of(new Tender.Cash(gbp(amount))),
        gbp("0"),
        null,
        TicketParticulars.NONE.charging(
            new Charge.StoredValueSold(gbp(amount), kind, number, false)),
        gbp("0"));
  }

  private static Ticket refunds(LaneTape tape, String number, String amount) {
    return Ticket.of(
        tape.nextNumber(),
        TicketKind.RETURN,
        1,
        null,
        List.of(line("-3", null)),
        List.of(),
        gbp("0"),
        null,
        TicketParticulars.NONE.charging(
            new Charge.StoredValueSold(gbp(amount), StoredValueKind.CREDIT, number, false)),
        gbp("0"));
  }

  private static Ticket redeems(LaneTape tape, String number, StoredValueKind kind, String amount) {
    BigDecimal pieces = new BigDecimal(amount).divide(new BigDecimal("2.55"));
    return Ticket.of(
        tape.nextNumber(),
        TicketKind.SALE,
        1,
        null,
        List.of(line(pieces.toPlainString(), null)),
        List.of(new Tender.StoredValue(gbp(amount), kind, number, false)),
        gbp("0"));
  }

  private static Money gbp(String amount) {
    return Money.of(CurrencyUnit.of("GBP"), new BigDecimal(amount));
  }
}

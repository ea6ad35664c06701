package dev.tillbridge.broker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.node.Entries;
import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.journal.Tail;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.offsite.OffsiteItem;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The golden files pin the format: a change that breaks one needs a new version number. */
class WireTest {

  private static final LaneId LANE = LaneId.parse("S01-R07");
  private static final Instant AT = Instant.parse("2026-11-22T09:15:30Z");
  private static final TaxRate STANDARD =
      new TaxRate("STANDARD", new BigDecimal("20"), TaxMode.INCLUSIVE);
  private static final TaxRate REDUCED =
      new TaxRate("REDUCED", new BigDecimal("5.5"), TaxMode.EXCLUSIVE);

  @Test
  void saleIsWrittenAsPinned() throws IOException {
    TicketLine first =
        TicketLine.of(
            1,
            "85123A",
            "5012345678900",
            "T-light holder",
            new BigDecimal("6"),
            gbp("2.55"),
            STANDARD,
            null);
    TicketLine second =
        TicketLine.of(
            2,
            "22423",
            "22423",
            "Regency cakestand",
            new BigDecimal("1.5"),
            gbp("10.95"),
            REDUCED,
            new PriceOverride(gbp("12.75"), "Scratched"));
    Ticket ticket =
        Ticket.of(
            "S01-R07-1923",
            TicketKind.SALE,
            4,
            "536365",
            List.of(first, second),
            List.of(new Tender.Cash(gbp("40.00"))),
            gbp("7.37"));

    assertPinned("ticket-sale.json", entry(42, new EntryBody.TicketCompleted(9, ticket)));
  }

  @Test
  void returnIsWrittenAsPinned() throws IOException {
    TicketLine line =
        TicketLine.of(
            1,
            "85123A",
            "85123A",
            "T-light holder",
            new BigDecimal("-2"),
            gbp("2.55"),
            STANDARD,
            null);
    Ticket ticket =
        Ticket.of(
            "S01-R07-1924",
            TicketKind.RETURN,
            4,
            null,
            List.of(line),
            List.of(new Tender.Cash(gbp("-5.10"))),
            gbp("0.00"));

    assertPinned("ticket-return.json", entry(43, new EntryBody.TicketCompleted(9, ticket)));
  }

  @Test
  void drawerAndVoidEntriesAreWrittenAsPinned() throws IOException {
    assertPinned("drawer-opened.json", entry(1, new EntryBody.DrawerOpened(9, gbp("100.00"))));
    assertPinned(
        "drawer-closed.json",
        entry(99, new EntryBody.DrawerClosed(9, gbp("310.25"), gbp("310.00"))));
    assertPinned(
        "ticket-voided.json", entry(44, new EntryBody.TicketVoided(9, List.of(), gbp("0.00"))));
  }

  @Test
  void bookValuesAndManifestAreWrittenAsPinned() throws IOException {
    assertPinned(
        "book-item.json",
        Wire.BOOK_VALUE,
        new BookValue.Item(
            "85123A", "T-light holder", gbp("2.55"), "STANDARD", List.of("5012345678900")));
    assertPinned(
        "book-tax.json", Wire.BOOK_VALUE, new BookValue.TaxCategory("Standard rate", STANDARD));
    assertPinned("book-gone.json", Wire.BOOK_VALUE, new BookValue.Gone("item:85123A"));
    assertPinned(
        "manifest.json",
        Wire.MANIFEST,
        new Manifest(
            4, Instant.parse("2026-11-22T01:00:00Z"), "petra", "GBP", 12_622, "ab".repeat(32)));
  }

  @Test
  void watermarkIsWrittenAsPinnedAndReadWithoutTheNumbersItHadNotBefore() throws IOException {
    Watermark mark =
        new Watermark(
            StreamId.parse("S01-R07/20261122081500"),
            1_790_000_000_007L,
            42,
            new EntryHash("0123456789abcdef".repeat(4)),
            Request.NONE,
            1_923,
            9,
            new Watermark.LastNumbers(12, 3, 1),
            false,
            AT);
    assertPinned("watermark.json", Wire.WATERMARK, mark);

    String before =
        golden("watermark.json")
            .replace(",\"last\":{\"document\":12,\"customer\":3,\"event\":1}", "");
    assertThat(before).doesNotContain("\"last\"");
    assertThat(Wire.WATERMARK.decode(bytes(before)).orThrow().last())
        .isEqualTo(Watermark.LastNumbers.NONE);
  }

  @Test
  void inquiriesAreWrittenAsPinned() throws IOException {
    assertPinned("inquiry-ticket.json", Wire.INQUIRY, new Inquiry.OfTicket("S01-R07-1923"));
    assertPinned(
        "inquiry-stored-value.json",
        Wire.INQUIRY,
        new Inquiry.OfStoredValue("S01-R07-1G1-31", "S01-R02-88", gbp("6.00")));
    assertPinned("inquiry-open-documents.json", Wire.INQUIRY, new Inquiry.OpenDocuments());
    assertPinned("inquiry-take-over.json", Wire.INQUIRY, new Inquiry.TakeOver("S01-R07-D12"));
  }

  @Test
  void answersAreWrittenAsPinned() throws IOException {
    Ticket ticket =
        Ticket.of(
            "S01-R07-1923",
            TicketKind.SALE,
            4,
            null,
            List.of(lantern("2")),
            List.of(new Tender.Cash(gbp("5.10"))),
            gbp("0.00"));
    assertPinned(
        "answer-ticket.json",
        Wire.ANSWER,
        new Answer.TicketFound(
            ticket, AT, List.of(new Returned("S01-R07-1923", 1, BigDecimal.ONE, gbp("2.55")))));
    assertPinned(
        "answer-balance.json",
        Wire.ANSWER,
        new Answer.Balance("S01-R07-1G1-31", StoredValueKind.GIFT, gbp("10.00"), gbp("6.00")));
    assertPinned("answer-documents.json", Wire.ANSWER, new Answer.Documents(List.of(document())));
    assertPinned("answer-handed-over.json", Wire.ANSWER, new Answer.HandedOver(document()));
    assertPinned("answer-not-known.json", Wire.ANSWER, new Answer.NotKnown("S01-R07-1923"));
    assertPinned("answer-no.json", Wire.ANSWER, new Answer.No("S01-R07-D12 is done."));
  }

  @Test
  void whatAllLanesAreToldIsWrittenAsPinned() throws IOException {
    assertPinned(
        "shared-document.json", Wire.SHARED, new SharedRecord.OfDocument(document(), LANE));
    assertPinned(
        "shared-customer.json",
        Wire.SHARED,
        new SharedRecord.OfCustomer(
            7,
            new Customer("S01-R07-C3", 2, "Ada", "02079460018", null, null, null, true),
            List.of("S01-R07-C3", "S01-R02-C1")));
    assertPinned(
        "shared-customer-card.json",
        Wire.SHARED,
        new SharedRecord.OfCustomer(
            7,
            new Customer("S01-R07-C3", 3, "Ada", null, null, null, null, true)
                .with(new CustomerCard("9811000000000018", AT)),
            List.of("S01-R07-C3")));
    assertPinned(
        "shared-stored-value.json",
        Wire.SHARED,
        new SharedRecord.OfStoredValue("S01-R07-1G1-31", StoredValueKind.GIFT, gbp("7.45"), AT));
  }

  @Test
  void documentLeftToAnotherLaneIsWrittenAsPinned() throws IOException {
    assertPinned(
        "document-left.json",
        entry(
            7,
            new DocumentRecorded(
                9, document().in(DocumentState.HANDED_OVER), LaneId.parse("S01-R02"))));
  }

  private static Document document() {
    return new Document(
        "S01-R07-D12",
        DocumentKind.ORDER,
        DocumentState.OPEN,
        3,
        null,
        "Mrs Lind",
        List.of(lantern("2")),
        4,
        gbp("5.10"),
        gbp("2.00"),
        LocalDate.of(2026, 12, 1),
        List.of(),
        null,
        null);
  }

  private static TicketLine lantern(String quantity) {
    return TicketLine.of(
        1, "L", "L", "Lantern", new BigDecimal(quantity), gbp("2.55"), STANDARD, null);
  }

  @Test
  void unknownFieldsAreIgnored() throws IOException {
    String pinned =
        golden("drawer-opened.json").replace("\"operator\"", "\"mood\":\"fine\",\"operator\"");

    assertThat(Wire.ENTRY.decode(bytes(pinned)))
        .isEqualTo(new Decoded.Read<>(entry(1, new EntryBody.DrawerOpened(9, gbp("100.00")))));
  }

  @Test
  void unknownVersionIsRefusedWithTheWayOut() throws IOException {
    String future = golden("drawer-opened.json").replace("{\"v\":1", "{\"v\":2");

    assertThat(Wire.ENTRY.decode(bytes(future)))
        .isEqualTo(
            new Decoded.UnknownVersion<>(
                2,
                "This journal entry has version 2 and this program reads version 1: update this"
                    + " program."));
    assertThat(Wire.ENTRY.decode(bytes("{\"v\":3,\"shape\":[]}")))
        .isInstanceOf(Decoded.UnknownVersion.class);
  }

  @Test
  void whateverElseArrivesIsUnreadableAndNeverThrows() throws IOException {
    String sale = golden("ticket-sale.json");

    for (String broken :
        List.of(
            "",
            "not json",
            "null",
            "[]",
            "{}",
            "{\"v\":1}",
            "{\"v\":1,\"entry\":null}",
            sale.substring(0, sale.length() - 20),
            sale.replace("\"businessDate\":\"2026-11-22\",", ""),
            sale.replace("GBP 40.00", "GBP forty"),
            sale.replace("GBP 40.00", "GBP 41.00"),
            sale.replace("\"type\":\"ticket\"", "\"type\":\"tickle\""))) {
      assertThat(Wire.ENTRY.decode(bytes(broken)))
          .as(broken)
          .isInstanceOf(Decoded.Unreadable.class);
    }
  }

  @Test
  void anEventIsReadBackAsItWasWritten() throws IOException {
    assertPinned(
        "offsite-started.json",
        entry(
            4,
            new OffsiteEntry.Started(
                3,
                new OffsiteEvent(
                    "S01-R01-E2",
                    "Winter fair",
                    "Town square",
                    LocalDate.of(2026, 11, 28),
                    LocalDate.of(2026, 11, 29),
                    3,
                    List.of(
                        new OffsiteItem(
                            "85123A", "Holder", Money.parse("GBP 2.00"), "standard", null, false),
                        new OffsiteItem(
                            "NUTS",
                            "Roast nuts",
                            Money.parse("GBP 12.00"),
                            "reduced",
                            new SaleUnit("kg", 3),
                            true))))));
    assertPinned("offsite-ended.json", entry(9, new OffsiteEntry.Ended(5, "S01-R01-E2")));
    assertPinned(
        "offsite-ended-approved.json", entry(9, new OffsiteEntry.Ended(5, "S01-R01-E2", "ann")));
  }

  @Test
  void decodedEntryEncodesToTheSameBytes() {
    JournalEntry sale = Entries.sale(LANE, new Tail(20261122081500L, 7, EntryHash.NONE), 12);

    byte[] bytes = Wire.ENTRY.encode(sale);

    assertThat(Wire.ENTRY.encode(Wire.ENTRY.decode(bytes).orThrow())).isEqualTo(bytes);
  }

  private static JournalEntry entry(long sequence, EntryBody body) {
    return new JournalEntry(
        new EntryId(LANE, 20261122081500L, sequence),
        LocalDate.of(2026, 11, 22),
        Instant.parse("2026-11-22T09:15:30.123Z"),
        "anna",
        new EntryHash("0123456789abcdef".repeat(4)),
        body);
  }

  private static void assertPinned(String file, JournalEntry entry) throws IOException {
    assertPinned(file, Wire.ENTRY, entry);
  }

  private static <T> void assertPinned(String file, Format<T> format, T value) throws IOException {
    assertThat(new String(format.encode(value), StandardCharsets.UTF_8)).isEqualTo(golden(file));
    assertThat(format.decode(bytes(golden(file)))).isEqualTo(new Decoded.Read<>(value));
  }

  private static String golden(String file) throws IOException {
    try (InputStream in = WireTest.class.getResourceAsStream("/golden/" + file)) {
      return in == null
          ? "golden file missing"
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Money gbp(String amount) {
    return Money.parse("GBP " + amount);
  }
}

package dev.tillbridge.broker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.node.Entries;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.journal.Tail;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.offsite.OffsiteItem;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.SaleUnit;
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

package dev.tillbridge.it.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.it.invoice.InvoiceFile;
import dev.tillbridge.it.lane.JournalLine;
import dev.tillbridge.it.lane.RungTicket;
import dev.tillbridge.it.reconciliation.HqBooks.EntryKey;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private static final String LANE = "S01-R01";
  private static final long EPOCH = 20261122081500L;
  private static final String FILE =
      """
      InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
      100,A1,Lantern,2,2010-12-01 08:26:00,2.55,,
      C101,A1,Lantern,-1,2010-12-01 09:00:00,2.55,,
      """;

  private InvoiceFile file;
  private final List<RungTicket> receipts = new ArrayList<>();
  private final List<JournalLine> journal = new ArrayList<>();
  private final Map<EntryKey, HqBooks.Entry> entries = new HashMap<>();
  private final List<HqBooks.Ticket> tickets = new ArrayList<>();
  private boolean balanced = true;

  @BeforeEach
  void everythingAgrees() throws IOException {
    file = InvoiceFile.read(new StringReader(FILE));
    journal.add(new JournalLine(1, hash(1), "drawer-opened", null, null, null, null));
    entries.put(id(1), new HqBooks.Entry(hash(1), hash(1), "drawer-opened"));
    ring(2, "100", 2, "5.10");
    ring(3, "C101", -1, "-2.55");
  }

  @Test
  void agreeingViewsAreClean() {
    Reconciliation found = reconcile();

    assertThat(found.lost()).isEmpty();
    assertThat(found.duplicated()).isEmpty();
    assertThat(found.altered()).isEmpty();
    assertThat(found.isClean()).isTrue();
    assertThat(found.rung()).isEqualTo(new Reconciliation.Figures(2, 2, new BigDecimal("2.55")));
  }

  @Test
  void entryThatNeverReachedHqIsLost() {
    entries.remove(id(3));
    tickets.removeLast();

    assertThat(reconcile().lost())
        .containsExactly("journal entry S01-R01/20261122081500/3 is not at HQ");
  }

  @Test
  void receiptWithoutAJournalEntryIsLost() {
    journal.removeLast();
    entries.remove(id(3));
    tickets.removeLast();

    assertThat(reconcile().lost())
        .hasSize(2)
        .anyMatch(line -> line.contains("receipt"))
        .anyMatch(line -> line.contains("invoice C101"));
  }

  @Test
  void invoiceRungTwiceIsDuplicated() {
    ring(4, "100", 2, "5.10");

    assertThat(reconcile().duplicated()).hasSize(2);
  }

  @Test
  void entryOfNoJournalIsDuplicated() {
    entries.put(id(9), new HqBooks.Entry(hash(9), hash(9), "ticket"));

    assertThat(reconcile().duplicated()).hasSize(1);
  }

  @Test
  void otherBytesAtHqAreAltered() {
    entries.put(id(3), new HqBooks.Entry(hash(3), hash(8), "ticket"));

    assertThat(reconcile().altered()).hasSize(1);
  }

  @Test
  void otherLineAtHqIsAltered() {
    HqBooks.Ticket ticket = tickets.removeFirst();
    HqBooks.Line line =
        new HqBooks.Line(
            "A2", new BigDecimal("2"), new BigDecimal("2.5500"), new BigDecimal("5.1000"));
    tickets.add(
        new HqBooks.Ticket(
            ticket.entry(), ticket.number(), "100", 1, ticket.total(), List.of(line)));

    assertThat(reconcile().altered()).hasSize(1);
  }

  @Test
  void unbalancedLedgerIsNotClean() {
    balanced = false;

    assertThat(reconcile().isClean()).isFalse();
  }

  private void ring(long sequence, String reference, int quantity, String total) {
    String number = LANE + "-" + sequence;
    Money money = Money.parse("GBP " + total);
    receipts.add(
        new RungTicket(LANE, EPOCH, sequence, hash(sequence), number, reference, 1, money, false));
    journal.add(new JournalLine(sequence, hash(sequence), "ticket", number, reference, 1, money));
    entries.put(id(sequence), new HqBooks.Entry(hash(sequence), hash(sequence), "ticket"));
    tickets.add(
        new HqBooks.Ticket(
            id(sequence),
            number,
            reference,
            1,
            money.getAmount(),
            List.of(
                new HqBooks.Line(
                    "A1",
                    BigDecimal.valueOf(quantity),
                    new BigDecimal("2.5500"),
                    money.getAmount()))));
  }

  private Reconciliation reconcile() {
    HqBooks.Ledger ledger =
        new HqBooks.Ledger(balanced ? 0 : 1, 0, BigDecimal.ONE, BigDecimal.ONE, 0);
    return Reconciliation.of(
        file,
        receipts,
        List.of(new LaneJournal(LANE, EPOCH, journal)),
        new HqBooks(entries, tickets, ledger));
  }

  private static EntryKey id(long sequence) {
    return new EntryKey(LANE, EPOCH, sequence);
  }

  private static String hash(long of) {
    return "%064d".formatted(of);
  }
}

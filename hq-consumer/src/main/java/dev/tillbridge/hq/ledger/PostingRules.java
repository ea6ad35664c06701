package dev.tillbridge.hq.ledger;

import dev.tillbridge.hq.ledger.LedgerTransaction.Kind;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** How each journal entry reaches the ledger. Thread-safe. */
public final class PostingRules {

  private final ChartOfAccounts chart;

  public PostingRules(ChartOfAccounts chart) {
    this.chart = chart;
  }

  /**
   * The transaction of an entry; empty when it moves no money.
   *
   * @throws IllegalArgumentException when the entry's amounts do not fit together
   */
  public Optional<LedgerTransaction> transactionOf(JournalEntry entry) {
    return switch (entry.body()) {
      case EntryBody.TicketCompleted(long session, Ticket ticket) -> ticket(entry, ticket);
      case EntryBody.DrawerOpened opened -> drawerOpened(entry, opened);
      case EntryBody.DrawerClosed closed -> drawerClosed(entry, closed);
      case EntryBody.TicketVoided voided -> Optional.empty();
      case EntryBody.Checkpoint checkpoint -> Optional.empty();
    };
  }

  private Optional<LedgerTransaction> ticket(JournalEntry entry, Ticket ticket) {
    boolean sale = ticket.kind() == TicketKind.SALE;
    Draft draft = new Draft();
    Money cash = ticket.change().negated();
    for (Tender tender : ticket.tenders()) {
      cash =
          switch (tender) {
            case Tender.Cash(Money amount) -> cash.plus(amount);
          };
    }
    draft.debit(chart.drawer(), cash, sale ? "Cash taken" : "Cash paid out");
    for (TaxAmount tax : ticket.taxes()) {
      String category = tax.rate().category();
      String account = sale ? chart.sales(category) : chart.returns(category);
      draft.credit(account, tax.net(), (sale ? "Sales " : "Returns ") + category);
      draft.credit(
          chart.tax(tax.rate().percent()),
          tax.tax(),
          "Tax " + tax.rate().percent().toPlainString() + " % " + category);
    }
    Kind kind = sale ? Kind.SALE : Kind.RETURN;
    return draft.transaction(entry, kind, (sale ? "Sale " : "Return ") + ticket.number());
  }

  private Optional<LedgerTransaction> drawerOpened(
      JournalEntry entry, EntryBody.DrawerOpened opened) {
    Draft draft = new Draft();
    draft.debit(chart.drawer(), opened.openingFloat(), "Opening float");
    draft.credit(chart.safe(), opened.openingFloat(), "Opening float");
    return draft.transaction(
        entry, Kind.DRAWER_OPENED, "Drawer opened, session " + opened.drawerSession());
  }

  private Optional<LedgerTransaction> drawerClosed(
      JournalEntry entry, EntryBody.DrawerClosed closed) {
    Money overShort = closed.overShort();
    Draft draft = new Draft();
    draft.debit(chart.safe(), closed.countedCash(), "Counted cash");
    draft.credit(chart.overShort(), overShort, overShort.isNegative() ? "Short" : "Over");
    draft.credit(chart.drawer(), closed.expectedCash(), "Expected cash");
    return draft.transaction(
        entry, Kind.DRAWER_CLOSED, "Drawer closed, session " + closed.drawerSession());
  }

  /** Postings being gathered; amounts of zero leave no trace. */
  private static final class Draft {

    private final List<Posting> postings = new ArrayList<>();

    void debit(String account, Money amount, String memo) {
      if (!amount.isZero()) {
        postings.add(new Posting(account, amount, memo));
      }
    }

    void credit(String account, Money amount, String memo) {
      debit(account, amount.negated(), memo);
    }

    Optional<LedgerTransaction> transaction(JournalEntry entry, Kind kind, String description) {
      return postings.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new LedgerTransaction(
                  entry.id(),
                  kind,
                  entry.businessDate(),
                  entry.body().drawerSession(),
                  description,
                  postings));
    }
  }
}

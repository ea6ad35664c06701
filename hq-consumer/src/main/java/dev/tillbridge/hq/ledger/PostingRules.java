package dev.tillbridge.hq.ledger;

import dev.tillbridge.hq.ledger.LedgerTransaction.Kind;
import dev.tillbridge.model.drawer.CashMovement;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

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
      case DrawerEntry drawer -> drawer(entry, drawer);
      case CardEntry card -> card(entry, card);
      case DocumentRecorded document -> Optional.empty();
      case CustomerRecorded customer -> Optional.empty();
      case OffsiteEntry offsite -> Optional.empty();
      case Noted noted -> Optional.empty();
    };
  }

  private Optional<LedgerTransaction> ticket(JournalEntry entry, Ticket ticket) {
    Draft draft = new Draft();
    tenders(draft, ticket);
    draft.debit(
        chart.rounding(),
        ticket.rounding() == null ? null : ticket.rounding().negated(),
        "Cash rounding");
    goods(draft, ticket);
    for (Charge charge : ticket.charges()) {
      String account =
          switch (charge) {
            case Charge.StoredValueSold value -> chart.storedValue(value.kind());
            case Charge.DepositPaid deposit -> chart.deposits();
            case Charge.Fee fee -> chart.fees();
          };
      draft.credit(account, charge.amount(), charge.name());
    }
    return switch (ticket.kind()) {
      case SALE -> draft.transaction(entry, Kind.SALE, "Sale " + ticket.number());
      case RETURN -> draft.transaction(entry, Kind.RETURN, "Return " + ticket.number());
      case EXCHANGE -> draft.transaction(entry, Kind.EXCHANGE, "Exchange " + ticket.number());
    };
  }

  private void tenders(Draft draft, Ticket ticket) {
    Money cash = ticket.change().negated();
    for (Tender tender : ticket.tenders()) {
      switch (tender) {
        case Tender.Cash(Money amount) -> cash = cash.plus(amount);
        case Tender.ForeignCash foreign ->
            draft.debit(chart.foreignCash(), foreign.amount(), "Taken " + foreign.foreign());
        case Tender.Card card ->
            draft.debit(
                chart.card(), card.amount(), card.card().scheme() + " " + card.card().masked());
        case Tender.StoredValue value ->
            draft.debit(
                chart.storedValue(value.kind()), value.amount(), "Redeemed " + value.number());
        case Tender.Deposit deposit ->
            draft.debit(chart.deposits(), deposit.amount(), "Deposit " + deposit.document());
      }
    }
    draft.debit(chart.drawer(), cash, cash.isNegative() ? "Cash paid out" : "Cash taken");
  }

  /** Sales and returns of a tax category by their own sums; its tax as the ticket states it. */
  private void goods(Draft draft, Ticket ticket) {
    for (TaxAmount tax : ticket.taxes()) {
      TaxRate rate = tax.rate();
      Money back = returnedNet(ticket, rate);
      draft.credit(chart.returns(rate.category()), back, "Returns " + rate.category());
      draft.credit(chart.sales(rate.category()), tax.net().minus(back), "Sales " + rate.category());
      draft.credit(
          chart.tax(rate.percent()),
          tax.tax(),
          "Tax " + rate.percent().toPlainString() + " % " + rate.category());
    }
  }

  private static Money returnedNet(Ticket ticket, TaxRate rate) {
    List<TicketLine> back =
        ticket.lines().stream()
            .filter(line -> line.tax().equals(rate) && line.quantity().signum() < 0)
            .toList();
    return TicketTotals.of(back, ticket.total().getCurrencyUnit()).net();
  }

  private Optional<LedgerTransaction> drawer(JournalEntry entry, DrawerEntry drawer) {
    return switch (drawer) {
      case DrawerEntry.CashMoved moved -> {
        Draft draft = new Draft();
        Money in = moved.movement().isOut() ? moved.amount().negated() : moved.amount();
        draft.debit(chart.drawer(), in, moved.reason());
        draft.credit(chart.movement(moved.movement()), in, moved.reason());
        yield draft.transaction(entry, Kind.CASH_MOVED, words(moved.movement()));
      }
      case DrawerEntry.OpenedWithoutSale opened -> Optional.empty();
      case DrawerEntry.HandedOver handed -> Optional.empty();
      case DrawerEntry.SetAside aside -> Optional.empty();
      case DrawerEntry.TakenUp taken -> Optional.empty();
    };
  }

  private static String words(CashMovement movement) {
    return switch (movement) {
      case PAY_IN -> "Paid into the drawer";
      case PAY_OUT -> "Paid out of the drawer";
      case DROP -> "Dropped to the safe";
    };
  }

  /** A payment the acquirer refuses afterwards is not owed by it any more. */
  private Optional<LedgerTransaction> card(JournalEntry entry, CardEntry card) {
    return switch (card) {
      case CardEntry.Forwarded forwarded when forwarded.reason() != null -> {
        Draft draft = new Draft();
        draft.credit(chart.card(), forwarded.amount(), "Declined: " + forwarded.reason());
        draft.debit(chart.cardLoss(), forwarded.amount(), "Ticket " + forwarded.ticket());
        yield draft.transaction(
            entry, Kind.CARD_DECLINED, "Card declined afterwards, ticket " + forwarded.ticket());
      }
      case CardEntry.Forwarded forwarded -> Optional.empty();
      case CardEntry.ReversalDue due -> Optional.empty();
      case CardEntry.Reversed reversed -> Optional.empty();
    };
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
    for (EntryBody.ForeignCount foreign : closed.foreign()) {
      Money lost = missing(foreign);
      draft.debit(chart.overShort(), lost, "Counted " + foreign.counted());
      draft.credit(chart.foreignCash(), lost, "Expected " + foreign.expected());
    }
    return draft.transaction(
        entry, Kind.DRAWER_CLOSED, "Drawer closed, session " + closed.drawerSession());
  }

  /** What is missing of another currency, at the value it was taken for. */
  private static Money missing(EntryBody.ForeignCount foreign) {
    Money expected = foreign.expected();
    if (expected.isZero()) {
      return foreign.value().minus(foreign.value());
    }
    BigDecimal share =
        expected
            .minus(foreign.counted())
            .getAmount()
            .divide(expected.getAmount(), 12, RoundingMode.HALF_UP);
    return foreign.value().multipliedBy(share, RoundingMode.HALF_UP);
  }

  /** Postings being gathered; amounts of zero leave no trace. */
  private static final class Draft {

    private final List<Posting> postings = new ArrayList<>();

    void debit(String account, @Nullable Money amount, String memo) {
      if (amount != null && !amount.isZero()) {
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

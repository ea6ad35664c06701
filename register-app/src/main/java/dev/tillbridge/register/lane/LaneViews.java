package dev.tillbridge.register.lane;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketTotals;
import dev.tillbridge.register.drawer.XReading;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.tender.CashRounding;
import dev.tillbridge.register.tender.QuickCash;
import dev.tillbridge.register.ticket.OpenTicket;
import dev.tillbridge.register.ticket.Savings;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Puts views together, numbered by revision. */
final class LaneViews {

  private final LaneId lane;
  private final long epoch;
  private final CurrencyUnit currency;
  private final CashRounding rounding;
  private long revision;
  private long command;

  LaneViews(LaneId lane, long epoch, CurrencyUnit currency, CashRounding rounding) {
    this.rounding = rounding;
    this.lane = lane;
    this.epoch = epoch;
    this.currency = currency;
  }

  /** The next view is what a command leaves behind. */
  void byCommand() {
    command = revision + 1;
  }

  LaneView next(
      LaneState state,
      TicketInHand inHand,
      @Nullable Operator operator,
      Counter.Paper paper,
      Optional<? extends PriceBook> book,
      Standing standing,
      boolean training,
      LaneView.@Nullable Asked asked,
      @Nullable Refusal refused) {
    DrawerSession session = state.session();
    return new LaneView(
        ++revision,
        command,
        lane,
        epoch,
        currency,
        refused,
        operator == null ? null : new LaneView.SignedOn(operator.id(), operator.name()),
        session == null
            ? null
            : new LaneView.Drawer(session.number(), session.businessDate(), session.expectedCash()),
        open(inHand),
        last(state, paper),
        book.map(PriceBook::manifest).map(LaneViews::book).orElse(null),
        new LaneView.Journal(state.sequence(), state.head()),
        session == null ? null : XReading.of(session),
        standing,
        state.open().event(),
        training,
        asked);
  }

  private LaneView.Open open(TicketInHand inHand) {
    OpenTicket open = inHand.ticket();
    TicketTotals totals = open.totals(currency);
    return new LaneView.Open(
        open.kind(),
        open.reference(),
        open.priceBook(),
        open.pricing(),
        open.lines(),
        inHand.units(open.lines()),
        Savings.of(open.lines(), currency),
        totals.taxes(),
        totals.net(),
        totals.tax(),
        totals.total(),
        open.particulars(),
        open.tenders(),
        open.due(currency),
        open.card(),
        QuickCash.keys(rounding.of(open.due(currency))),
        inHand.problem());
  }

  private static LaneView.@Nullable Last last(LaneState state, Counter.Paper paper) {
    StoredEntry stored = state.last();
    Ticket ticket = state.lastTicket();
    if (stored == null || ticket == null) {
      return null;
    }
    Money tendered =
        ticket.tenders().stream()
            .map(Tender::amount)
            .reduce(Money.zero(ticket.total().getCurrencyUnit()), Money::plus);
    return new LaneView.Last(
        ticket.number(),
        ticket.kind(),
        ticket.reference(),
        ticket.total(),
        tendered,
        ticket.change(),
        ticket.rounding(),
        ticket.tenders(),
        stored.entry().id().sequence(),
        stored.hash(),
        isNewest(stored, state),
        paper.printed(),
        paper.problem());
  }

  private static boolean isNewest(StoredEntry last, LaneState state) {
    DrawerSession session = state.session();
    return state.ticketEnded() == last.entry().id().sequence()
        && session != null
        && last.entry().body() instanceof EntryBody.TicketCompleted completed
        && completed.drawerSession() == session.number();
  }

  private static LaneView.Book book(Manifest manifest) {
    return new LaneView.Book(manifest.version(), manifest.publishedAt(), manifest.count());
  }
}

package dev.tillbridge.register.lane;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.clock.LaneClock;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.pricing.TicketPricing;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The lane as a {@link TillCommand} finds it, and what a command may do there. */
public interface AtTheTill {

  LaneId lane();

  LaneProfile profile();

  LaneClock clock();

  /** Who is signed on, null when nobody is. */
  @Nullable Operator signedOn();

  /** What the journal's entries add up to. */
  LaneState state();

  /**
   * Who is signed on.
   *
   * @throws NullPointerException when nobody is; a command that needs somebody says so
   */
  Operator operator();

  /** Whose role counts: who is signed on, or another person who allows it in place. */
  Operator allowedBy();

  /** Id of another person who allows it in place, null when it is done by who is signed on. */
  default @Nullable String approvedBy() {
    return allowedBy().equals(operator()) ? null : allowedBy().id();
  }

  /** The drawer session in use, null when the drawer is closed. */
  @Nullable DrawerSession session();

  OpenTicket ticket();

  /** What is still to be paid on the open ticket; negative when the customer is given money. */
  Money due();

  /** Changes the open ticket without pricing it again: tenders, particulars. */
  Optional<Refusal> change(UnaryOperator<OpenTicket> change);

  /** As {@link #change}, and refused when a power cut could still lose it. */
  Optional<Refusal> save(UnaryOperator<OpenTicket> change);

  /** Changes the lines of the open ticket and prices it again. */
  Optional<Refusal> ring(PricedTicket.Rule rule);

  /** Why {@link #ring} would be refused now; changes nothing. */
  Optional<Refusal> cannotRing(PricedTicket.Rule rule);

  /** Adds a payment; the one that pays the rest completes the ticket. */
  Optional<Refusal> pay(Tender tender);

  /** Completes the open ticket with these tenders. */
  Optional<Refusal> complete(List<Tender> tenders, Money change, Money rounding);

  /** The one durable write: empty when the entry is on disk, in the session's business date. */
  Optional<Refusal> record(EntryBody body);

  /** Ends the open ticket without a trace in the journal, after it was recorded elsewhere. */
  void clearTicket();

  /** Has something printed that is no ticket; returns at once. */
  void print(Receipt paper);

  /** The next lines are goods that go out, whatever the person before was about to take back. */
  void sellAgain();

  /** A person who may sign on here. */
  Optional<Operator> person(String id);

  /** Another person goes on at this lane; null signs off. */
  void operator(@Nullable Operator next);

  /** As {@link #ring}, for lines whose prices by hand somebody was allowed to give before. */
  Optional<Refusal> ringAllowed(PricedTicket.Rule rule);

  /** With what a ticket begun now would be priced, empty until there is a price book. */
  Optional<TicketPricing> pricing();

  /** Which numbers come next, as far as HQ too can tell. */
  Numbering numbering();

  /**
   * Why the disk has no room for anything new, if it has none.
   *
   * @param what would be begun
   */
  Optional<Refusal> noRoomFor(String what);
}

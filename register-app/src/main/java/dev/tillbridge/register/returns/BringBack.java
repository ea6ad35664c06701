package dev.tillbridge.register.returns;

import dev.tillbridge.model.journal.CameBack;
import dev.tillbridge.model.journal.OpenMatters;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.LaneLimits;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TicketChange;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.ticket.OpenTicket;
import dev.tillbridge.register.training.Practice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Takes lines of a ticket back onto the open one, for what was paid for them.
 *
 * @param quantities by line number, above zero
 * @param elsewhere what came back of it and is not in this lane's own fold
 */
public record BringBack(
    Ticket sold, SortedMap<Integer, BigDecimal> quantities, String reason, List<Returned> elsewhere)
    implements TillCommand {

  public BringBack {
    quantities = new TreeMap<>(quantities);
    elsewhere = List.copyOf(elsewhere);
  }

  /** Of a ticket that came back here only. */
  public BringBack(Ticket sold, SortedMap<Integer, BigDecimal> quantities, String reason) {
    this(sold, quantities, reason, List.of());
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    OpenMatters open = till.state().open();
    return notPractised(till)
        .or(() -> reasonMissing(reason))
        .or(() ->
            quantities.isEmpty()
                ? Optional.of(new ReturnRefusal.NothingChosen(sold.number()))
                : Optional.empty())
        .or(() ->
            till.ring((ticket, pricing) -> pricing.isEmpty() ? noBook() : taken(ticket, open)));
  }

  /** A training may have ended since the receipt was looked for. */
  private Optional<Refusal> notPractised(AtTheTill till) {
    return Practice.isNumber(sold.number()) && !till.lane().register().equals(Practice.REGISTER)
        ? Optional.of(new ReturnRefusal.NotPractised(sold.number()))
        : Optional.empty();
  }

  static Optional<Refusal> reasonMissing(String reason) {
    if (reason.isBlank()) {
      return Optional.of(new ReturnRefusal.NoReason());
    }
    return reason.strip().length() <= LaneLimits.REASON_LENGTH_MAX
        ? Optional.empty()
        : Optional.of(
            new Refusal.NotAllowed(
                "Reason",
                reason.strip().substring(0, 20) + "...",
                "up to " + LaneLimits.REASON_LENGTH_MAX + " characters"));
  }

  private static TicketChange noBook() {
    return new TicketChange.NotChanged(new Refusal.NoPriceBook());
  }

  private TicketChange taken(OpenTicket before, OpenMatters open) {
    String here = before.particulars().exemption();
    String its = sold.exemption();
    boolean same = here == null ? its == null : here.equals(its);
    if (!same && !before.isEmpty()) {
      return refused(new ReturnRefusal.OtherExemption(sold.number(), its, here));
    }
    OpenTicket ticket = same ? before : before.stating(before.particulars().exempt(its));
    for (Map.Entry<Integer, BigDecimal> each : quantities.entrySet()) {
      Optional<ReturnRefusal> refusal = refusal(ticket, open, each.getKey(), each.getValue());
      if (refusal.isPresent()) {
        return refused(refusal.get());
      }
      if (ticket.lines().size() >= LaneLimits.LINES_MAX) {
        return refused(new Refusal.TooManyLines(LaneLimits.LINES_MAX));
      }
      int line = each.getKey();
      ticket =
          ticket.withReturned(
              new Refund(cameBack(ticket, open, line))
                  .of(each.getValue(), sold.number(), reason.strip()));
    }
    return new TicketChange.Changed(ticket);
  }

  private static TicketChange refused(Refusal refusal) {
    return new TicketChange.NotChanged(refusal);
  }

  private Optional<ReturnRefusal> refusal(
      OpenTicket ticket, OpenMatters open, int number, BigDecimal quantity) {
    if (number < 1 || number > sold.lines().size()) {
      return Optional.of(new ReturnRefusal.NoSuchLine(sold.number(), number, sold.lines().size()));
    }
    TicketLine line = sold.lines().get(number - 1);
    if (line.quantity().signum() < 0) {
      return Optional.of(new ReturnRefusal.CameBack(sold.number(), number, line.name()));
    }
    CameBack before = cameBack(ticket, open, number);
    int decimals = Math.max(0, line.quantity().stripTrailingZeros().scale());
    if (quantity.signum() <= 0 || quantity.stripTrailingZeros().scale() > decimals) {
      return Optional.of(new ReturnRefusal.TooFine(line.name(), quantity, decimals));
    }
    return quantity.compareTo(before.left()) > 0
        ? Optional.of(
            new ReturnRefusal.TooMuch(
                sold.number(), number, line.name(), line.quantity(), before.quantity(), quantity))
        : Optional.empty();
  }

  private CameBack cameBack(OpenTicket ticket, OpenMatters open, int number) {
    return cameBack(sold, number, ticket.lines(), open, elsewhere);
  }

  /** What came back of a line: here before, elsewhere, and on the open ticket. */
  static CameBack cameBack(
      Ticket sold,
      int number,
      List<TicketLine> onTicket,
      OpenMatters open,
      List<Returned> elsewhere) {
    return CameBack.of(
        sold,
        number,
        Stream.of(open.returned(), elsewhere, Returned.in(onTicket))
            .flatMap(List::stream)
            .toList());
  }
}

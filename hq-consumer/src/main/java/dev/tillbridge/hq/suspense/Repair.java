package dev.tillbridge.hq.suspense;

import dev.tillbridge.hq.ledger.ChartOfAccounts;
import dev.tillbridge.hq.ledger.LedgerTransaction;
import dev.tillbridge.hq.ledger.LedgerTransaction.Kind;
import dev.tillbridge.hq.ledger.Posting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How an accountant books a message by hand: what was booked to suspense goes to the accounts it
 * belongs to; where nothing was booked, the cash is booked with it.
 */
public final class Repair {

  public static final int LINES_MAX = 40;

  private final ChartOfAccounts chart;

  Repair(ChartOfAccounts chart) {
    this.chart = chart;
  }

  /** What is still to be distributed; zero when it fits. */
  public static Money difference(Money amount, List<RepairLine> lines) {
    return lines.stream().map(RepairLine::amount).reduce(amount, Money::minus);
  }

  /** Why these lines cannot be booked; empty when they can. */
  Optional<String> refusal(@Nullable Money booked, List<RepairLine> lines) {
    if (lines.isEmpty()) {
      return Optional.of("Nothing was changed: give at least one account and amount.");
    }
    if (lines.size() > LINES_MAX) {
      return Optional.of("Nothing was changed: at most " + LINES_MAX + " lines fit one repair.");
    }
    for (RepairLine line : lines) {
      if (chart.account(line.account()).isEmpty()) {
        return Optional.of(
            "Nothing was changed: there is no account " + line.account() + " in the chart.");
      }
      if (line.account().equals(chart.suspense())) {
        return Optional.of(
            "Nothing was changed: account %s is suspense itself. Choose where the amount belongs."
                .formatted(line.account()));
      }
      if (line.amount().isZero()) {
        return Optional.of("Nothing was changed: a line of zero says nothing. Leave it empty.");
      }
    }
    return fits(booked, lines);
  }

  private static Optional<String> fits(@Nullable Money booked, List<RepairLine> lines) {
    if (booked != null) {
      Money open = difference(booked, lines);
      return open.isZero()
          ? Optional.empty()
          : Optional.of(
              "Nothing was changed: the lines must sum to %s; %s is left over."
                  .formatted(booked, open));
    }
    return sum(lines).isZero()
        ? Optional.of("Nothing was changed: the lines sum to zero, so no cash moved. Release it.")
        : Optional.empty();
  }

  private static Money sum(List<RepairLine> lines) {
    return lines.stream().map(RepairLine::amount).reduce(Money::plus).orElseThrow();
  }

  /** The transaction of lines that fit. */
  LedgerTransaction transaction(HeldMessage message, LocalDate received, List<RepairLine> lines) {
    HeldMessage.Booking booking = message.booking();
    List<Posting> postings = new ArrayList<>();
    postings.add(
        booking == null
            ? new Posting(chart.drawer(), sum(lines), "Cash, booked by hand")
            : new Posting(chart.suspense(), booking.amount(), "Out of suspense"));
    for (RepairLine line : lines) {
      postings.add(new Posting(line.account(), line.amount().negated(), "Booked by hand"));
    }
    return new LedgerTransaction(
        message.claims(),
        Kind.REPAIR,
        booking == null ? received : booking.businessDate(),
        booking == null ? 0 : booking.drawerSession(),
        "By hand for suspense " + message.id(),
        postings);
  }
}

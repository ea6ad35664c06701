package dev.tillbridge.hq.suspense;

import dev.tillbridge.hq.ledger.ChartOfAccounts;
import dev.tillbridge.hq.ledger.LedgerTransaction;
import dev.tillbridge.hq.ledger.LedgerTransaction.Kind;
import dev.tillbridge.hq.ledger.Posting;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * How an accountant books a message by hand: both sides, how the money came in and what it was for.
 * What was booked when the message came is taken back beside it.
 */
public final class Repair {

  public static final int LINES_MAX = 40;

  private final ChartOfAccounts chart;

  Repair(ChartOfAccounts chart) {
    this.chart = chart;
  }

  /** Why these lines cannot be booked; empty when they can. */
  Optional<String> refusal(List<RepairLine> lines) {
    if (lines.isEmpty()) {
      return Optional.of("Nothing was changed: give at least one debit and one credit.");
    }
    if (lines.size() > LINES_MAX) {
      return Optional.of("Nothing was changed: at most " + LINES_MAX + " lines fit one repair.");
    }
    for (RepairLine line : lines) {
      if (chart.account(line.account()).isEmpty()) {
        return Optional.of(
            "Nothing was changed: there is no account " + line.account() + " in the chart.");
      }
      if (line.account().equals(chart.suspense()) || line.account().equals(chart.unidentified())) {
        return Optional.of(
            "Nothing was changed: account %s is suspense itself. Choose where the amount belongs."
                .formatted(line.account()));
      }
      if (line.amount().isZero()) {
        return Optional.of("Nothing was changed: a line of zero says nothing. Leave it empty.");
      }
    }
    return balance(lines);
  }

  private static Optional<String> balance(List<RepairLine> lines) {
    Money more = RepairLine.difference(lines, lines.getFirst().amount().getCurrencyUnit());
    return more.isZero()
        ? Optional.empty()
        : Optional.of(
            "Nothing was changed: debits must equal credits; the %s are %s more."
                .formatted(more.isPositive() ? "debits" : "credits", more.abs()));
  }

  /** The transaction of lines that fit. */
  LedgerTransaction transaction(HeldMessage message, LocalDate received, List<RepairLine> lines) {
    HeldMessage.Booking booking = message.booking();
    return new LedgerTransaction(
        message.claims(),
        Kind.REPAIR,
        booking == null ? received : booking.businessDate(),
        booking == null ? 0 : booking.drawerSession(),
        "By hand for suspense " + message.id(),
        lines.stream()
            .map(line -> new Posting(line.account(), line.amount(), "Booked by hand"))
            .toList());
  }
}

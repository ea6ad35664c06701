package dev.tillbridge.hq.web;

import dev.tillbridge.hq.suspense.Repair;
import dev.tillbridge.hq.suspense.RepairLine;
import dev.tillbridge.model.card.TypedCardNumbers;
import dev.tillbridge.screens.words.MoneyWords;
import dev.tillbridge.screens.words.TypedAmount;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A repair as it was typed.
 *
 * @param lines as many as are shown, blank ones too
 * @param wrong why a line is none; empty when all are
 */
public record RepairForm(List<Typed> lines, String wrong) {

  private static final int SHOWN_MIN = 6;

  /** One line as it was typed. */
  public record Typed(String account, String debit, String credit) {

    boolean blank() {
      return debit.isEmpty() && credit.isEmpty();
    }

    String amount() {
      return debit.isEmpty() ? credit : debit;
    }
  }

  static RepairForm of(Context ctx, CurrencyUnit currency) {
    List<String> accounts = ctx.formParams("account");
    List<String> debits = ctx.formParams("debit");
    List<String> credits = ctx.formParams("credit");
    int count = Math.min(Math.max(accounts.size(), SHOWN_MIN), Repair.LINES_MAX);
    if ("more".equals(ctx.formParam("lines"))) {
      count = Math.min(count + SHOWN_MIN, Repair.LINES_MAX);
    }
    List<Typed> lines = new ArrayList<>();
    String wrong = "";
    for (int i = 0; i < count; i++) {
      Typed line = new Typed(at(accounts, i), at(debits, i), at(credits, i));
      lines.add(line);
      if (wrong.isEmpty() && !line.blank()) {
        wrong = problem(line, currency);
      }
    }
    return new RepairForm(lines, wrong);
  }

  /** A payment card's number is masked, so that it is no amount. */
  private static String at(List<String> values, int i) {
    return i < values.size() ? TypedCardNumbers.masked(values.get(i).strip()) : "";
  }

  private static String problem(Typed line, CurrencyUnit currency) {
    if (!line.debit().isEmpty() && !line.credit().isEmpty()) {
      return "A line is a debit or a credit: take two lines for %s and %s."
          .formatted(BytesView.printable(line.debit()), BytesView.printable(line.credit()));
    }
    return switch (amount(line, currency)) {
      case TypedAmount.Refused(String why) -> why;
      case TypedAmount.Understood(BigDecimal amount) when amount.signum() < 0 ->
          "“%s” is less than nothing. Write it without a sign, on the other side."
              .formatted(BytesView.printable(line.amount()));
      case TypedAmount.Understood understood ->
          line.account().isEmpty() ? "Choose an account for " + line.amount() + "." : "";
    };
  }

  private static TypedAmount amount(Typed line, CurrencyUnit currency) {
    return TypedAmount.of(BytesView.printable(line.amount()), currency.getDecimalPlaces());
  }

  private static @Nullable Money money(Typed line, CurrencyUnit currency) {
    return amount(line, currency) instanceof TypedAmount.Understood(BigDecimal amount)
        ? Money.of(currency, amount, RoundingMode.UNNECESSARY)
        : null;
  }

  /** The lines that say something. */
  List<RepairLine> repair(CurrencyUnit currency) {
    List<RepairLine> repair = new ArrayList<>();
    for (Typed line : lines) {
      Money amount = line.blank() ? null : money(line, currency);
      if (amount != null) {
        repair.add(
            new RepairLine(line.account(), line.debit().isEmpty() ? amount.negated() : amount));
      }
    }
    return repair;
  }

  /** What the page says while somebody types: of both sides, and of what the message says. */
  String difference(@Nullable Money booked, CurrencyUnit currency) {
    if (!wrong.isEmpty()) {
      return wrong;
    }
    List<RepairLine> repair = repair(currency);
    Money more = RepairLine.difference(repair, currency);
    if (!more.isZero()) {
      return (more.isPositive() ? "Debits" : "Credits")
          + " are "
          + MoneyWords.of(more.abs())
          + " more.";
    }
    if (repair.isEmpty()) {
      return "Nothing is typed yet.";
    }
    return "Debits equal credits: "
        + MoneyWords.of(debits(repair, currency))
        + (booked == null ? "." : "; the message says " + MoneyWords.of(booked.abs()) + ".");
  }

  private static Money debits(List<RepairLine> repair, CurrencyUnit currency) {
    return repair.stream()
        .map(RepairLine::amount)
        .filter(Money::isPositive)
        .reduce(Money.zero(currency), Money::plus);
  }
}

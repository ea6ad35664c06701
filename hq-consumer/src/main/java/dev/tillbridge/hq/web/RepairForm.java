package dev.tillbridge.hq.web;

import dev.tillbridge.hq.suspense.Repair;
import dev.tillbridge.hq.suspense.RepairLine;
import dev.tillbridge.screens.words.MoneyWords;
import io.javalin.http.Context;
import java.math.BigDecimal;
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
  public record Typed(String account, String amount) {

    boolean blank() {
      return amount.isEmpty();
    }
  }

  static RepairForm of(Context ctx, CurrencyUnit currency) {
    List<String> accounts = ctx.formParams("account");
    List<String> amounts = ctx.formParams("amount");
    int count = Math.min(Math.max(accounts.size(), SHOWN_MIN), Repair.LINES_MAX);
    if ("more".equals(ctx.formParam("lines"))) {
      count = Math.min(count + SHOWN_MIN, Repair.LINES_MAX);
    }
    List<Typed> lines = new ArrayList<>();
    String wrong = "";
    for (int i = 0; i < count; i++) {
      Typed line = new Typed(at(accounts, i), at(amounts, i));
      lines.add(line);
      if (wrong.isEmpty() && !line.blank()) {
        wrong = problem(line, currency);
      }
    }
    return new RepairForm(lines, wrong);
  }

  private static String at(List<String> values, int i) {
    return i < values.size() ? values.get(i).strip() : "";
  }

  private static String problem(Typed line, CurrencyUnit currency) {
    if (money(line, currency) == null) {
      return "“%s” is not an amount. Write it like 12.50, or -12.50 for a debit."
          .formatted(BytesView.printable(line.amount()));
    }
    return line.account().isEmpty() ? "Choose an account for " + line.amount() + "." : "";
  }

  private static @Nullable Money money(Typed line, CurrencyUnit currency) {
    try {
      String digits = line.amount().replaceAll("[,\\s£€$]", "").replace('\u2212', '-');
      // Longer ones are no money, and parsing them would take long.
      return digits.length() > 20 ? null : Money.of(currency, new BigDecimal(digits));
    } catch (NumberFormatException | ArithmeticException e) {
      return null;
    }
  }

  /** The lines that say something. */
  List<RepairLine> repair(CurrencyUnit currency) {
    List<RepairLine> repair = new ArrayList<>();
    for (Typed line : lines) {
      Money amount = line.blank() ? null : money(line, currency);
      if (amount != null) {
        repair.add(new RepairLine(line.account(), amount));
      }
    }
    return repair;
  }

  /** What the page says while somebody types. */
  String difference(@Nullable Money booked, CurrencyUnit currency) {
    if (!wrong.isEmpty()) {
      return wrong;
    }
    List<RepairLine> repair = repair(currency);
    if (booked == null) {
      Money sum = repair.stream().map(RepairLine::amount).reduce(Money.zero(currency), Money::plus);
      return "Cash to be booked: " + MoneyWords.of(sum);
    }
    Money left = Repair.difference(booked, repair);
    return left.isZero()
        ? "Nothing left over: it fits."
        : "Left over: " + MoneyWords.of(left) + " of " + MoneyWords.of(booked);
  }
}

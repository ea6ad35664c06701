package dev.tillbridge.register.returns;

import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.operator.OperatorRole;
import java.math.BigDecimal;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Why goods are not taken back. */
public sealed interface ReturnRefusal extends Refusal {

  record NotFoundHere(String number, String lane) implements ReturnRefusal {
    @Override
    public String message() {
      return number.startsWith(lane + "-")
          ? "Ticket %s is not on this register, or not any more, and HQ cannot be asked without a link. Check the number; without the receipt's lines a manager may take the goods back with a reason."
              .formatted(number)
          : "Ticket %s was not rung at this register (%s), and HQ cannot be asked without a link. Take it to its register, or have a manager take the goods back with a reason."
              .formatted(number, lane);
    }
  }

  record NotAtHq(String number) implements ReturnRefusal {
    @Override
    public String message() {
      return "HQ does not know ticket %s, or not yet. Check the number; without the receipt's lines a manager may take the goods back with a reason."
          .formatted(number);
    }
  }

  record NotPractised(String number) implements ReturnRefusal {
    @Override
    public String message() {
      return "Practice ticket %s is not of a training that is under way, and no real one. Check the number on the paper."
          .formatted(number);
    }
  }

  record HqSilent(String number) implements ReturnRefusal {
    @Override
    public String message() {
      return "HQ does not answer about ticket %s. Ask again in a moment, or have a manager take the goods back with a reason."
          .formatted(number);
    }
  }

  record HqAsked(String number) implements ReturnRefusal {
    @Override
    public String message() {
      return "HQ is being asked for ticket %s. Its lines come in a moment.".formatted(number);
    }
  }

  record NoReason() implements ReturnRefusal {
    @Override
    public String message() {
      return "A return needs a reason. Choose one or type it.";
    }
  }

  record NothingChosen(String number) implements ReturnRefusal {
    @Override
    public String message() {
      return "Nothing of ticket %s is chosen. Say how much of which line comes back."
          .formatted(number);
    }
  }

  record NoSuchLine(String number, int line, int lines) implements ReturnRefusal {
    @Override
    public String message() {
      return "Ticket %s has no line %d; it has lines 1 to %d.".formatted(number, line, lines);
    }
  }

  record CameBack(String number, int line, String name) implements ReturnRefusal {
    @Override
    public String message() {
      return "Line %d of ticket %s, %s, is itself goods that came back. Choose a line that was sold."
          .formatted(line, number, name);
    }
  }

  record TooMuch(
      String number, int line, String name, BigDecimal sold, BigDecimal back, BigDecimal asked)
      implements ReturnRefusal {
    @Override
    public String message() {
      BigDecimal left = sold.subtract(back);
      String fact =
          "%s of %s were sold on line %d of ticket %s".formatted(plain(sold), name, line, number);
      return left.signum() > 0
          ? "%s and %s came back already, so %s may come back, not %s."
              .formatted(fact, plain(back), plain(left), plain(asked))
          : "%s and all came back already. Nothing of it is left to return.".formatted(fact);
    }
  }

  record TooFine(String name, BigDecimal asked, int decimals) implements ReturnRefusal {
    @Override
    public String message() {
      return "%s cannot come back as %s: %s."
          .formatted(
              name,
              asked.toPlainString(),
              decimals == 0
                  ? "it was sold in whole pieces"
                  : "it was sold with " + decimals + " decimals");
    }
  }

  /** Goods sold without tax go back without it, and a ticket is exempt as a whole or not at all. */
  record OtherExemption(String number, @Nullable String its, @Nullable String here)
      implements ReturnRefusal {
    @Override
    public String message() {
      return "Ticket %s was sold %s and this one is %s. Finish this ticket, and take the goods back on one of their own."
          .formatted(number, words(its), words(here));
    }

    private static String words(@Nullable String exemption) {
      return exemption == null ? "with tax" : "tax exempt (" + exemption + ")";
    }
  }

  /**
   * @param may the role that takes goods back without a receipt here
   * @param back what would be paid back for them
   */
  record NotWithoutReceipt(
      String who, OperatorRole may, BigDecimal quantity, String item, Money back)
      implements ReturnRefusal {
    @Override
    public String request() {
      return "%s back for %s x %s, without a receipt.".formatted(back, plain(quantity), item);
    }

    @Override
    public String message() {
      return "Goods without a receipt are taken back by a %s, and %s is none: %s for %s x %s. Scan the receipt, or have it allowed here (Approve)."
          .formatted(may.name().toLowerCase(Locale.ROOT), who, back, plain(quantity), item);
    }
  }

  private static String plain(BigDecimal quantity) {
    return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
  }
}

package dev.tillbridge.register.storedvalue;

import dev.tillbridge.model.storedvalue.StoredValueNumber;
import dev.tillbridge.register.lane.Refusal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.money.Money;

/** Why a stored value is not issued, loaded or taken. */
public sealed interface StoredValueRefusal extends Refusal {

  record NotANumber(String typed) implements StoredValueRefusal {
    @Override
    public String message() {
      return "\"%s\" is no number of a gift certificate or store credit, or a character of it is wrong. Scan it, or type it as printed, such as S01-R07-1923G1-65."
          .formatted(typed.length() > 30 ? typed.substring(0, 30) + "..." : typed);
    }
  }

  record NothingToLoad(String given) implements StoredValueRefusal {
    @Override
    public String message() {
      return "A gift certificate is for more than nothing, not %s. Type its amount."
          .formatted(given);
    }
  }

  record TooMany() implements StoredValueRefusal {
    @Override
    public String message() {
      return "A ticket issues at most %d of a kind. Finish this one and go on with another."
          .formatted(StoredValueNumber.PLACES);
    }
  }

  /** Issued here, so all that this register did with it is known. */
  record OnlyLeft(String number, Money left) implements StoredValueRefusal {
    @Override
    public String message() {
      return left.isPositive()
          ? "%s has %s left, as far as this register knows. Take that much or less."
              .formatted(number, left)
          : "%s has nothing left, as far as this register knows.".formatted(number);
    }
  }

  /** Issued elsewhere, and HQ cannot be asked. */
  record OverAllowance(String number, Money allowance, Money left) implements StoredValueRefusal {
    @Override
    public String message() {
      if (!allowance.isPositive()) {
        return "%s was not issued at this register, its balance cannot be asked, and nothing is allowed unasked here. Take another payment."
            .formatted(number);
      }
      return "%s was not issued at this register and its balance cannot be asked. Of it %s may be taken here unasked; %s is left of that."
          .formatted(number, allowance, left);
    }
  }

  record NothingToPay() implements StoredValueRefusal {
    @Override
    public String message() {
      return "There is nothing to pay with it: ring something first. To give money back, use \"Refund to store credit\".";
    }
  }

  record NothingToRefund() implements StoredValueRefusal {
    @Override
    public String message() {
      return "Nothing is to be given back on this ticket. Take goods back first (F6).";
    }
  }

  record NoSuchCharge(int number) implements StoredValueRefusal {
    @Override
    public String message() {
      return "There is no charge %d on this ticket.".formatted(number);
    }
  }

  /** HQ was asked just now. */
  record OnlyAtHq(String number, Money left) implements StoredValueRefusal {
    @Override
    public String message() {
      return left.isPositive()
          ? "%s has %s left. Take that much or less.".formatted(number, left)
          : "%s has nothing left.".formatted(number);
    }
  }

  /** HQ cannot be asked, and told this once. */
  /**
   * @param at when HQ said so, by the shop's clock
   */
  record OnlyLastKnown(String number, Money left, LocalDateTime at) implements StoredValueRefusal {

    private static final DateTimeFormatter MOMENT =
        DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK);

    @Override
    public String message() {
      String when = MOMENT.format(at);
      return left.isPositive()
          ? "%s has %s left by what HQ said last (%s) and was taken here since. Its balance cannot be asked now; take that much or less."
              .formatted(number, left, when)
          : "%s has nothing left by what HQ said last (%s) and was taken here since. Its balance cannot be asked now; take another payment."
              .formatted(number, when);
    }
  }

  record NeverTold(String number) implements StoredValueRefusal {
    @Override
    public String message() {
      return "What is left on %s is not known here, and HQ cannot be asked now. Ask again when the link is back."
          .formatted(number);
    }
  }

  record NotAtHq(String number) implements StoredValueRefusal {
    @Override
    public String message() {
      return "HQ does not know %s, or not yet. Take another payment.".formatted(number);
    }
  }

  record NotTaken(String number, String why) implements StoredValueRefusal {
    @Override
    public String message() {
      return "%s is not taken: %s".formatted(number, why);
    }
  }

  record HqAsked(String number) implements StoredValueRefusal {
    @Override
    public String message() {
      return "HQ is being asked about %s. Wait a moment for the answer.".formatted(number);
    }
  }

  record TooMuchAsked() implements StoredValueRefusal {
    @Override
    public String message() {
      return "Too much is being asked elsewhere already. Try again in a moment.";
    }
  }
}

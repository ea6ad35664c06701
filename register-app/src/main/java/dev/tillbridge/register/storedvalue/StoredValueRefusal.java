package dev.tillbridge.register.storedvalue;

import dev.tillbridge.model.storedvalue.StoredValueNumber;
import dev.tillbridge.register.lane.Refusal;
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
}

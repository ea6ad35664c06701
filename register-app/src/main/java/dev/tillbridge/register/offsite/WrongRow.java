package dev.tillbridge.register.offsite;

import dev.tillbridge.register.lane.Refusal;

/** Why one row of an event's list cannot be used. Nothing was started. */
sealed interface WrongRow extends Refusal {

  /** Line of the list, counted from 1. */
  long line();

  /** A sentence. */
  String problem();

  @Override
  default String message() {
    return "Line %d of the list: %s Nothing was started.".formatted(line(), problem());
  }

  record Unreadable(long line) implements WrongRow {
    @Override
    public String problem() {
      return "it does not read as a row.";
    }
  }

  record NoCode(long line, int charsMax) implements WrongRow {
    @Override
    public String problem() {
      return "it needs a code of 1 to %d characters.".formatted(charsMax);
    }
  }

  /** The number is not repeated. */
  record PaymentCard(long line) implements WrongRow {
    @Override
    public String problem() {
      return "it has what looks like a payment card's number, which was not kept. Take it off.";
    }
  }

  record NoPrice(long line, String item, String cell) implements WrongRow {
    @Override
    public String problem() {
      return "the price of %s is an amount above zero such as 2.50; it says \"%s\"."
          .formatted(item, cell);
    }
  }

  record Twice(long line, String item, long before) implements WrongRow {
    @Override
    public String problem() {
      return "item %s is on line %d already.".formatted(item, before);
    }
  }

  record OtherTax(long line, String item, String its, String given) implements WrongRow {
    @Override
    public String problem() {
      return "%s has the tax category \"%s\" in the price book, not \"%s\". Leave the cell empty."
          .formatted(item, its, given);
    }
  }

  record Label(long line, String code, String item) implements WrongRow {
    @Override
    public String problem() {
      return "%s reads as a label of %s. Give that item's code.".formatted(code, item);
    }
  }

  record ReceiptOrCoupon(long line, String code) implements WrongRow {
    @Override
    public String problem() {
      return "%s reads as a receipt or a coupon. Give the item another code.".formatted(code);
    }
  }

  record NoName(long line, String item, long version, int charsMax) implements WrongRow {
    @Override
    public String problem() {
      return "price book %d has no item %s, so its name of 1 to %d characters is needed."
          .formatted(version, item, charsMax);
    }
  }

  record NoTax(long line, String item, long version) implements WrongRow {
    @Override
    public String problem() {
      return "price book %d has no item %s, so its tax category is needed."
          .formatted(version, item);
    }
  }

  record UnknownTax(long line, String category, long version) implements WrongRow {
    @Override
    public String problem() {
      return "price book %d has no tax category \"%s\".".formatted(version, category);
    }
  }
}

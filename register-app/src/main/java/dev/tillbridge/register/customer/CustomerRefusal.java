package dev.tillbridge.register.customer;

import dev.tillbridge.register.lane.Refusal;

/** Why a customer is not taken. */
public sealed interface CustomerRefusal extends Refusal {

  record NoName() implements CustomerRefusal {
    @Override
    public String message() {
      return "A customer needs a name. Type it and save again.";
    }
  }

  record NoPhone(String typed) implements CustomerRefusal {
    @Override
    public String message() {
      return "\"%s\" is no phone number: it has at least %d digits. Correct it or leave it out."
          .formatted(typed, Contact.PHONE_DIGITS_MIN);
    }
  }

  record NoEmail(String typed) implements CustomerRefusal {
    @Override
    public String message() {
      return "\"%s\" is no email address, such as ada@example.com. Correct it or leave it out."
          .formatted(typed);
    }
  }

  record KnownAlready(String name, String id) implements CustomerRefusal {
    @Override
    public String message() {
      return "%s (%s) has this phone number or email already. Search for them and choose them."
          .formatted(name, id);
    }
  }

  record NotKnownHere(String id) implements CustomerRefusal {
    @Override
    public String message() {
      return "Customer %s is not known at this register. Add them, or sell without a customer."
          .formatted(id);
    }
  }

  /** A ticket is exempt as a whole, and goods from a receipt keep the tax they were sold with. */
  record GoodsFromReceipt(String name) implements CustomerRefusal {
    @Override
    public String message() {
      return "%s pays no tax, and this ticket has goods from a receipt, which go back as they were sold. Put the customer on a ticket of their own."
          .formatted(name);
    }
  }

  record ChangedMeanwhile(String name) implements CustomerRefusal {
    @Override
    public String message() {
      return "%s was changed here meanwhile, so nothing was recorded. Open them again."
          .formatted(name);
    }
  }
}

package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.Refusal;

/** Why what a form says cannot be read. */
sealed interface InputRefusal extends Refusal {

  record TooLong(int most) implements InputRefusal {
    @Override
    public String message() {
      return "That is longer than %d characters; nothing was changed.".formatted(most);
    }
  }

  record NotAnAmount(String typed) implements InputRefusal {
    @Override
    public String message() {
      return "\"%s\" is not an amount. Type it like 20 or 19.99; nothing was changed."
          .formatted(typed);
    }
  }

  record NotANumber(String typed) implements InputRefusal {
    @Override
    public String message() {
      return "\"%s\" is not a number. Type digits, with a point for parts; nothing was changed."
          .formatted(typed);
    }
  }

  record NotWhole(String typed) implements InputRefusal {
    @Override
    public String message() {
      return "\"%s\" is not a whole number; nothing was changed.".formatted(typed);
    }
  }

  record NoCode() implements InputRefusal {
    @Override
    public String message() {
      return "No code was given. Scan an item, or type its code and press Enter.";
    }
  }

  record NotALine(String typed) implements InputRefusal {
    @Override
    public String message() {
      return "\"%s\" is not a line of the ticket.".formatted(typed);
    }
  }

  record NotADay(String typed) implements InputRefusal {
    @Override
    public String message() {
      return "\"%s\" is not a day. Write it as year-month-day, for example 2026-11-22; nothing was changed."
          .formatted(typed);
    }
  }

  record NoMovement() implements InputRefusal {
    @Override
    public String message() {
      return "Choose pay in, pay out or drop; nothing was recorded.";
    }
  }

  record NotAKind(String typed) implements InputRefusal {
    @Override
    public String message() {
      return "A ticket is a SALE or a RETURN, not \"%s\".".formatted(typed);
    }
  }

  record NotACoin(String typed, String currency) implements InputRefusal {
    @Override
    public String message() {
      return "\"%s\" is finer than the smallest coin of %s; nothing was changed."
          .formatted(typed, currency);
    }
  }

  record NotACurrency(String typed) implements InputRefusal {
    @Override
    public String message() {
      return "\"%s\" is no currency. Choose one of the panel; nothing was changed."
          .formatted(typed);
    }
  }

  record TextTooLong(int charsMax) implements InputRefusal {
    @Override
    public String message() {
      return "That is longer than %,d characters; nothing was changed.".formatted(charsMax);
    }
  }

  record FileNotRead(String file, String why) implements InputRefusal {
    @Override
    public String message() {
      return "The file %s cannot be read: %s. Nothing was changed.".formatted(file, why);
    }
  }
}

package dev.tillbridge.register.document;

import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.register.lane.Refusal;
import java.time.LocalDate;
import org.joda.money.Money;

/** Why nothing was done with a document. */
public sealed interface DocumentRefusal extends Refusal {

  record NotOpen(String number) implements DocumentRefusal {
    @Override
    public String message() {
      return "%s is not open on this register, and no other is known to have it. Check the number in Documents."
          .formatted(number);
    }
  }

  record OtherKind(String number, DocumentKind kind, String wanted) implements DocumentRefusal {
    @Override
    public String message() {
      return "%s is %s; %s.".formatted(number, DocumentWords.a(kind), wanted);
    }
  }

  record Expired(String number, LocalDate due, LocalDate today) implements DocumentRefusal {
    @Override
    public String message() {
      return "The prices of %s were promised until %s, and today is %s. Ring the goods at today's prices, and cancel the quote."
          .formatted(number, due, today);
    }
  }

  /**
   * @param what the ticket has that a document cannot keep
   */
  record NotKept(String what) implements DocumentRefusal {
    @Override
    public String message() {
      return "The ticket has %s, which a document does not keep. Take that off first, or take the money now."
          .formatted(what);
    }
  }

  record GoodsComeBack(DocumentKind kind) implements DocumentRefusal {
    @Override
    public String message() {
      return "On %s goods go out only, for more than nothing. Ring what comes back on a ticket of its own."
          .formatted(DocumentWords.a(kind));
    }
  }

  record DueDay(LocalDate day, LocalDate first, LocalDate last) implements DocumentRefusal {
    @Override
    public String message() {
      return "%s is not possible; the day is from %s to %s.".formatted(day, first, last);
    }
  }

  record TooMuch(String number, Money given, Money most) implements DocumentRefusal {
    @Override
    public String message() {
      return "%s on %s is not possible; allowed is more than nothing, up to %s."
          .formatted(given, number, most);
    }
  }

  record PaidUp(String number, Money paid) implements DocumentRefusal {
    @Override
    public String message() {
      return "%s is paid: %s. Hand the goods over (Pick up).".formatted(number, paid);
    }
  }

  record TooManyOpen(int most) implements DocumentRefusal {
    @Override
    public String message() {
      return "%d documents are open on this register, and it keeps no more. Finish or cancel some in Documents."
          .formatted(most);
    }
  }

  /** It is on the ticket at another register, or at this one. */
  record InHand(String number, LaneId at) implements DocumentRefusal {
    @Override
    public String message() {
      return "%s is on the open ticket at %s just now. Wait until that ticket is paid or voided, and ask again."
          .formatted(number, at);
    }
  }

  record LeftTo(String number, LaneId to) implements DocumentRefusal {
    @Override
    public String message() {
      return "%s was left to %s. Ask for it there.".formatted(number, to);
    }
  }

  record GivenAway(String number, LaneId to) implements DocumentRefusal {
    @Override
    public String message() {
      return "HQ gave %s to %s while this register could not be asked. Nothing is done with it here; ask for it there."
          .formatted(number, to);
    }
  }

  record EndedElsewhere(String number, LaneId at, DocumentState state) implements DocumentRefusal {
    @Override
    public String message() {
      return "%s is %s at %s, as HQ knows. Nothing is left to do with it."
          .formatted(number, state == DocumentState.CANCELLED ? "cancelled" : "finished", at);
    }
  }

  record AskedFor(String number, String whom) implements DocumentRefusal {
    @Override
    public String message() {
      return "%s is being asked for %s. Wait a moment for the answer.".formatted(whom, number);
    }
  }

  record TooMuchAsked(String number) implements DocumentRefusal {
    @Override
    public String message() {
      return "Too much is being asked elsewhere already. Ask for %s again in a moment."
          .formatted(number);
    }
  }

  /**
   * @param why in the words of who was asked
   */
  record NotHad(String number, String why) implements DocumentRefusal {
    @Override
    public String message() {
      return "%s cannot be had now: %s".formatted(number, why);
    }
  }

  record Unreachable(String number, LaneId at) implements DocumentRefusal {
    @Override
    public String message() {
      return "%s is at %s, which cannot be asked without a link. Take the customer there, or ask again when the link is back."
          .formatted(number, at);
    }
  }

  record Unanswered(String number, LaneId at) implements DocumentRefusal {
    @Override
    public String message() {
      return "%s is at %s. Neither that register nor HQ answers now. Take the customer there, or ask again in a moment."
          .formatted(number, at);
    }
  }
}

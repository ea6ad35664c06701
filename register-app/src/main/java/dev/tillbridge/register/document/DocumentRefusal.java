package dev.tillbridge.register.document;

import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.register.lane.Refusal;
import java.time.LocalDate;
import org.joda.money.Money;

/** Why nothing was done with a document. */
sealed interface DocumentRefusal extends Refusal {

  record NotOpen(String number) implements DocumentRefusal {
    @Override
    public String message() {
      return "%s is not open on this register: it was finished, or another register began it. Check the number in Documents."
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
}

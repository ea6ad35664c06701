package dev.tillbridge.register.offsite;

import dev.tillbridge.model.offsite.EventName;
import dev.tillbridge.register.lane.Refusal;
import java.time.LocalDate;

/** Why something about an event was not done. */
public sealed interface OffsiteRefusal extends Refusal {

  /**
   * @param event that would begin or end
   */
  record ManagersOnly(String name, String event, boolean begins) implements OffsiteRefusal {
    @Override
    public String request() {
      return begins
          ? "%s begins: this register sells for it, at its prices.".formatted(event)
          : "%s ends: this register sells for the shop again.".formatted(event);
    }

    @Override
    public String message() {
      return "Events are started and ended by a manager, and %s is none. Have a manager allow it here (Approve). Nothing was changed."
          .formatted(name);
    }
  }

  record Running(EventName event) implements OffsiteRefusal {
    @Override
    public String message() {
      return "%s is running on this register. End it before another one begins.".formatted(event);
    }
  }

  record NoEvent() implements OffsiteRefusal {
    @Override
    public String message() {
      return "No event is running on this register.";
    }
  }

  /** An event has drawer sessions of its own, so none may be open when it begins. */
  record ShopDrawerOpen(long session) implements OffsiteRefusal {
    @Override
    public String message() {
      return "Drawer %d is the shop's. An event sells from a drawer of its own: count and close this one, or set it aside. Nothing was started."
          .formatted(session);
    }
  }

  /** Everything sold from an event's drawer is the event's, so it is counted before the end. */
  record EventDrawerOpen(EventName event, long session) implements OffsiteRefusal {
    @Override
    public String message() {
      return "Drawer %d is the drawer of %s. Count and close it first; the event goes on until then."
          .formatted(session, event);
    }
  }

  record CountTheAside(EventName event, long session) implements OffsiteRefusal {
    @Override
    public String message() {
      return "Drawer %d of %s is set aside and not counted. Take it up, count and close it; then the event can end."
          .formatted(session, event);
    }
  }

  record NotThisDrawer(EventName event, long session) implements OffsiteRefusal {
    @Override
    public String message() {
      return "Drawer %d is the shop's and waits until %s has ended. Open a drawer for the event."
          .formatted(session, event);
    }
  }

  record NotYet(EventName event, LocalDate from, LocalDate today) implements OffsiteRefusal {
    @Override
    public String message() {
      return "%s begins on %s, and today is %s. Open its drawer on that day, or end the event to sell in the shop."
          .formatted(event, from, today);
    }
  }

  record DaysArePast(EventName event, LocalDate to) implements OffsiteRefusal {
    @Override
    public String message() {
      return "%s was over on %s. Count and close its drawer; then this register sells at the shop's prices again."
          .formatted(event, to);
    }
  }

  record EndNotRecorded(EventName event, LocalDate to) implements OffsiteRefusal {
    @Override
    public String message() {
      return "%s was over on %s, and its end could not be recorded. The drawer stays closed. Try again; if it stays so, call the operator."
          .formatted(event, to);
    }
  }

  record NameMissing(String what, int charsMax) implements OffsiteRefusal {
    @Override
    public String message() {
      return "An event needs a %s of 1 to %d characters, as it is printed on receipts. Nothing was started."
          .formatted(what, charsMax);
    }
  }

  record WrongDays(LocalDate from, LocalDate to, LocalDate today, int daysMax)
      implements OffsiteRefusal {
    @Override
    public String message() {
      return "From %s to %s cannot be: today is %s, an event ends today or later, not before it begins, and at most %d days from now. Nothing was started."
          .formatted(from, to, today, daysMax);
    }
  }

  record TooManyRows(int most) implements OffsiteRefusal {
    @Override
    public String message() {
      return "The list has more than %d items. Nothing was started.".formatted(most);
    }
  }

  /** Prices of an event end with it. */
  record NotOnDocuments(EventName event, String item) implements OffsiteRefusal {
    @Override
    public String message() {
      return "%s has a price of %s, which ends with the event, so it cannot be held, quoted or ordered. Take it off the ticket, or take the money. Nothing was changed."
          .formatted(item, event);
    }
  }
}

package dev.tillbridge.register.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks on while people do something, and holds what the lane does against the rule. */
final class ApprovalWatch {

  /** What is in the journal of one approval. */
  private record Names(String clerk, @Nullable String approver, String detail) {}

  private final Shop shop;
  private final Allowances allowances = new Allowances();
  private final List<Deed.Question> asked = new ArrayList<>();
  private final List<Names> overridden = new ArrayList<>();
  private @Nullable Person signedOn = Person.BEN;
  private Deed.@Nullable Question question;
  private boolean takingBack;
  private int tickets;
  private int linesOverTheLimit;

  ApprovalWatch(Shop shop) {
    this.shop = shop;
  }

  @Nullable Person signedOn() {
    return signedOn;
  }

  /** All questions so far, the newest last. */
  List<Deed.Question> asked() {
    return asked;
  }

  int approvals() {
    return overridden.size();
  }

  int tickets() {
    return tickets;
  }

  /** Sold with more off than a clerk may give. */
  int linesOverTheLimit() {
    return linesOverTheLimit;
  }

  void does(Deed deed) {
    LaneView before = shop.lane.view();
    Outcome outcome = deed.at(shop);
    LaneView after = shop.lane.view();
    switch (outcome) {
      case Outcome.Refused(Refusal why, LaneView shown) -> refused(deed, why, before, after);
      case Outcome.Done done -> done(deed, before, after);
    }
    if (signedOn != null) {
      assertThat(after.ticket().kind())
          .as("the way of the next goods")
          .isEqualTo(takingBack ? TicketKind.RETURN : TicketKind.SALE);
    }
  }

  private void refused(Deed deed, Refusal why, LaneView before, LaneView after) {
    assertThat(after.ticket().lines()).as("nothing was changed").isEqualTo(before.ticket().lines());
    if (deed instanceof Deed.Allows || deed instanceof Deed.ComesOn) {
      return; // what was refused may still be allowed
    }
    question = null;
    LaneView.Asked now = after.asked();
    if (now != null) {
      question =
          new Deed.Question(
              deed, Shop.there(signedOn), now.number(), asked.size() + 1, why.message());
      asked.add(question);
    }
  }

  private void done(Deed deed, LaneView before, LaneView after) {
    if (deed instanceof Deed.Allows allows) {
      Deed.Question allowed = allowed(allows);
      question = null;
      changed(allowed.deed(), allows.who(), after);
      return;
    }
    question = null;
    switch (deed) {
      case Deed.ComesOn(Person who) -> {
        takingBack &= who == signedOn;
        signedOn = who;
      }
      case Deed.Leaves ignored -> {
        takingBack = false;
        signedOn = null;
      }
      case Deed.PowerCut ignored -> signedOn = null;
      case Deed.Practises ignored -> takingBack = false;
      default -> changed(deed, Shop.there(signedOn), after);
    }
    boolean ended = !Objects.equals(numberOfLast(before), numberOfLast(after));
    if (ended) {
      finished();
    }
  }

  /**
   * Somebody else, with their own PIN, allowed what was refused just now, and read nothing else.
   */
  private Deed.Question allowed(Deed.Allows allows) {
    Deed.Question now = question;
    assertThat(now).as("what %s allows", allows.who()).isNotNull();
    Deed.Question asking = Shop.there(now);
    assertThat(allows.rightPin()).as("PIN of %s", allows.who()).isTrue();
    assertThat(asking.clerk()).isEqualTo(signedOn).isNotEqualTo(allows.who());
    assertThat(allows.who().percent).isGreaterThan(asking.clerk().percent);
    if (allows.read() != null) {
      assertThat(allows.read()).as("what %s read", allows.who()).isEqualTo(asking);
    }
    overridden.add(new Names(asking.clerk().id, allows.who().id, asking.words()));
    return asking;
  }

  private void changed(Deed deed, Person by, LaneView after) {
    switch (deed) {
      case Deed.TakeBack ignored -> takingBack = true;
      case Deed.SellAgain ignored -> takingBack = false;
      case Deed.Hold ignored -> {
        takingBack = false;
        allowances.held(newestHold());
      }
      case Deed.GoOn(String hold) -> {
        takingBack = false;
        allowances.recalled(hold, after.ticket().lines());
      }
      case Deed.VoidAll ignored -> {
        takingBack = false;
        allowances.ended();
      }
      default -> {}
    }
    if (!(deed instanceof Deed.PayPart || deed instanceof Deed.PayRest)) {
      allowances.changed(deed, by, takingBack, after.ticket().lines());
    }
  }

  private void finished() {
    takingBack = false;
    tickets++;
    linesOverTheLimit += allowances.finished(lastTicket().lines());
  }

  private Ticket lastTicket() {
    List<StoredEntry> entries = shop.journal.entries();
    return ((EntryBody.TicketCompleted) entries.getLast().entry().body()).ticket();
  }

  private String newestHold() {
    return shop.lane.state().open().documents().stream()
        .map(Document::number)
        .max(String::compareTo)
        .orElseThrow();
  }

  private static @Nullable String numberOfLast(LaneView view) {
    return view.last() == null ? null : view.last().number();
  }

  /** The journal names who allowed what to whom, as it happened, and nobody else. */
  void readJournal() {
    List<Names> noted = new ArrayList<>();
    for (StoredEntry stored : shop.journal.entries()) {
      if (stored.entry().body() instanceof Noted note && note.what() == Noted.What.OVERRIDDEN) {
        noted.add(
            new Names(Shop.there(stored.entry().operator()), note.approvedBy(), note.detail()));
      }
    }
    assertThat(noted).as("what the journal says was allowed").isEqualTo(overridden);
  }
}

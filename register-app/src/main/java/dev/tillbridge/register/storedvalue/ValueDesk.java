package dev.tillbridge.register.storedvalue;

import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.storedvalue.StoredValueNumber;
import dev.tillbridge.register.elsewhere.Elsewhere;
import dev.tillbridge.register.elsewhere.Errands;
import dev.tillbridge.register.elsewhere.Reply;
import dev.tillbridge.register.elsewhere.Told;
import dev.tillbridge.register.elsewhere.Unsent;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.shared.SharedRecords;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Has a stored value pay: what HQ keeps of it for this ticket while there is a link, and what the
 * shop allows unasked without one. Asking is beside the lane, one at a time; then the payment is a
 * command like any other. Any thread may call; nothing here waits for HQ.
 */
public final class ValueDesk {

  private final Lane lane;
  private final Elsewhere elsewhere;
  private final SharedRecords shared;
  private final Unsent unsent;
  private final Errands errands;
  private final Clock clock;
  private final KeptAtHq kept;
  private volatile Told told = Told.NOTHING;
  private volatile Consumer<Told> listener = now -> {};
  private @Nullable Outcome outcome;

  public ValueDesk(
      Lane lane,
      Elsewhere elsewhere,
      SharedRecords shared,
      Unsent unsent,
      Errands errands,
      Clock clock) {
    this.lane = lane;
    this.elsewhere = elsewhere;
    this.shared = shared;
    this.unsent = unsent;
    this.errands = errands;
    this.clock = clock;
    this.kept = new KeptAtHq(lane, elsewhere, errands);
    lane.onChange(view -> kept.look());
  }

  /** What the clerk is told of the stored value asked for last. */
  public Told told() {
    return told;
  }

  /** Calls it with what the clerk is to be told, on the thread that found it out. */
  public void onTold(Consumer<Told> hears) {
    listener = hears;
  }

  /**
   * Pays with it, or begins to ask HQ for it.
   *
   * @param amount null for as much of what is due as may be taken of it
   * @return done also when HQ is being asked: {@link #told} says so
   */
  public Outcome redeem(String typed, @Nullable Money amount) {
    Optional<StoredValueNumber> read = StoredValueNumber.read(typed);
    if (read.isEmpty() || !canPay(amount)) {
      return lane.carryOut(new Redeem(typed, amount)); // which says why not
    }
    String number = read.get().toString();
    if (lane.isTraining() || !elsewhere.isLinked()) {
      return unasked(number, amount);
    }
    synchronized (this) {
      if (told instanceof Told.Asking asking) {
        return refused(new StoredValueRefusal.HqAsked(asking.about()));
      }
      told = new Told.Asking("HQ", number, clock.instant());
      outcome = null;
    }
    listener.accept(told);
    if (!errands.run(() -> ask(number, amount))) {
      finished(refused(new StoredValueRefusal.TooMuchAsked()), number);
    }
    synchronized (this) {
      return outcome == null ? new Outcome.Done(lane.view()) : outcome;
    }
  }

  private boolean canPay(@Nullable Money amount) {
    LaneView view = lane.view();
    return view.operator() != null
        && view.drawer() != null
        && view.ticket().due().isPositive()
        && (amount == null || amount.isPositive());
  }

  private void ask(String number, @Nullable Money amount) {
    Outcome now = refused(new StoredValueRefusal.NotTaken(number, "HQ could not be asked."));
    try {
      now = asked(number, amount);
    } finally {
      finished(now, number);
      kept.settled(number);
    }
  }

  private Outcome asked(String number, @Nullable Money amount) {
    Money wanted = amount == null ? lane.view().ticket().due() : amount;
    Money notYetAtHq = unsent.unchecked(number, wanted.minus(wanted)).plus(uncheckedInHand(number));
    Money needed = wanted.plus(notYetAtHq);
    Reply reply = kept.keep(number, needed);
    if (reply instanceof Reply.Answered(Answer.Balance balance)
        && amount == null
        && kept.most(balance).isLessThan(needed)
        && balance.left().isGreaterThan(balance.kept())) {
      reply = kept.keep(number, balance.left().minus(kept.onTicket(number)));
    }
    return switch (reply) {
      case Reply.Answered(Answer.Balance balance) ->
          lane.carryOut(
              new Redeem(number, amount, new Limit.AtHq(kept.most(balance).minus(notYetAtHq))));
      case Reply.Answered(Answer.No(String why)) ->
          refused(new StoredValueRefusal.NotTaken(number, why));
      case Reply.Answered unknown ->
          isOwn(number)
              ? unasked(number, amount) // sold here a moment ago: HQ has that ticket soon
              : refused(new StoredValueRefusal.NotAtHq(number));
      case Reply.Silent silent -> unasked(number, amount);
    };
  }

  private Money uncheckedInHand(String number) {
    Money all = Money.zero(lane.currency());
    return KnownHere.onTicket(number, lane.view().ticket().tenders(), all)
        .minus(kept.onTicket(number));
  }

  private Outcome unasked(String number, @Nullable Money amount) {
    return lane.carryOut(new Redeem(number, amount, limit(number)));
  }

  private Limit limit(String number) {
    return shared
        .storedValue(number)
        .<Limit>map(known -> {
          Money zero = known.left().minus(known.left());
          return new Limit.LastKnown(
              known.left().plus(unsent.issued(number, zero)).minus(unsent.unchecked(number, zero)),
              known.at());
        })
        .orElseGet(Limit.Unasked::new);
  }

  private boolean isOwn(String number) {
    String here = lane.view().lane().toString();
    return StoredValueNumber.read(number).filter(value -> value.isOf(here)).isPresent();
  }

  private void finished(Outcome now, String number) {
    Told words =
        now instanceof Outcome.Refused(Refusal why, var view)
            ? new Told.NotPossible(number, why)
            : new Told.Done(number);
    synchronized (this) {
      outcome = now;
      told = words;
    }
    listener.accept(words);
  }

  private Outcome refused(Refusal refusal) {
    return new Outcome.Refused(refusal, lane.view());
  }
}

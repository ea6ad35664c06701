package dev.tillbridge.register.storedvalue;

import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.storedvalue.StoredValueNumber;
import dev.tillbridge.register.elsewhere.Elsewhere;
import dev.tillbridge.register.elsewhere.Errands;
import dev.tillbridge.register.elsewhere.Looking;
import dev.tillbridge.register.elsewhere.Reply;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.shared.SharedRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Tells a clerk what is left on a stored value. Nothing here waits for HQ. */
public final class BalanceDesk {

  private static final Duration FRESH = Duration.ofSeconds(5);

  /** What is known of a balance now. */
  public sealed interface Seen {

    /**
     * @param asOf when HQ said so, null for just now
     */
    record Left(String number, Money left, @Nullable Instant asOf) implements Seen {}

    /** HQ is being asked; look again in a moment. */
    record Asking(String number) implements Seen {}

    record NotSeen(Refusal why) implements Seen {}
  }

  private final Lane lane;
  private final Elsewhere elsewhere;
  private final SharedRecords shared;
  private final Looking<Seen> looking;

  public BalanceDesk(
      Lane lane, Elsewhere elsewhere, SharedRecords shared, Errands errands, Clock clock) {
    this.lane = lane;
    this.elsewhere = elsewhere;
    this.shared = shared;
    this.looking = new Looking<>(errands, clock);
  }

  /** What is left on it, by HQ or by what HQ said last; begins to ask when it can. */
  public Seen look(String typed) {
    Optional<StoredValueNumber> read = StoredValueNumber.read(typed);
    if (read.isEmpty()) {
      return new Seen.NotSeen(new StoredValueRefusal.NotANumber(typed));
    }
    String number = read.get().toString();
    if (!elsewhere.isLinked()) {
      return lastKnown(number);
    }
    return looking
        .look(number, () -> ask(number), new Looking.Found<>(lastKnown(number), FRESH))
        .orElseGet(() -> new Seen.Asking(number));
  }

  private Looking.Found<Seen> ask(String number) {
    String key = lane.view().lane() + " asks " + number;
    Seen seen =
        switch (elsewhere.hq(new Inquiry.OfStoredValue(number, key, null))) {
          case Reply.Answered(Answer.Balance balance) ->
              new Seen.Left(number, balance.left(), null);
          case Reply.Answered(Answer.No(String why)) ->
              new Seen.NotSeen(new StoredValueRefusal.NotTaken(number, why));
          case Reply.Answered unknown -> new Seen.NotSeen(new StoredValueRefusal.NotAtHq(number));
          case Reply.Silent silent -> lastKnown(number);
        };
    return new Looking.Found<>(seen, FRESH);
  }

  private Seen lastKnown(String number) {
    return shared
        .storedValue(number)
        .<Seen>map(known -> new Seen.Left(number, known.left(), known.at()))
        .orElseGet(() -> new Seen.NotSeen(new StoredValueRefusal.NeverTold(number)));
  }
}

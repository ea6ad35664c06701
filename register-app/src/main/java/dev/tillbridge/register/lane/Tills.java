package dev.tillbridge.register.lane;

import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.training.BeginTraining;
import dev.tillbridge.register.training.Practice;
import dev.tillbridge.register.training.TrainingRefusal;
import java.util.Optional;

/** The lane's till, and another in its place while somebody practises. */
final class Tills implements AutoCloseable {

  /** Hears on a counter's thread what became of a ticket's receipt. */
  interface PaperDone {
    void accept(Counter counter, long sequence, Counter.Paper paper);
  }

  /** A till and the devices it works. */
  private record Worked(Till till, Counter counter) {}

  private final LaneParts parts;
  private final LaneProfile profile;
  private final PaperDone paperDone;
  private final Worked real;
  private volatile Worked now;

  Tills(LaneParts parts, LaneProfile profile, PaperDone paperDone) {
    this.parts = parts;
    this.profile = profile;
    this.paperDone = paperDone;
    this.real = worked(parts, profile);
    this.now = real;
  }

  private Worked worked(LaneParts with, LaneProfile as) {
    Counter counter = new Counter(with.peripherals());
    Receipts receipts =
        new Receipts(
            counter, as.receipt(), (sequence, paper) -> paperDone.accept(counter, sequence, paper));
    return new Worked(new Till(with, as, receipts), counter);
  }

  /** The one that works: the practice till while training. */
  Till now() {
    return now.till();
  }

  Till real() {
    return real.till();
  }

  boolean isTraining() {
    return !now.equals(real);
  }

  /** Shows two lines to the customer. */
  void show(String upper, String lower) {
    now.counter().show(upper, lower);
  }

  /** A receipt came out or did not; that of a till no longer worked at is of no interest. */
  void paper(Counter counter, long sequence, Counter.Paper result) {
    if (now.counter().equals(counter)) {
      now().paper(sequence, result);
    }
  }

  Optional<Refusal> beginTraining() {
    if (isTraining()) {
      return Optional.of(new TrainingRefusal.AlreadyTraining());
    }
    TillCommand begin = new BeginTraining();
    Optional<Refusal> refusal = real().afterDoubt(begin::records, t -> t.carryOut(begin));
    if (refusal.isEmpty()) {
      Worked practice = worked(Practice.parts(parts, profile), Practice.profile(profile));
      practice.till().operator(real().signedOn());
      now = practice;
    }
    return refusal;
  }

  /** What was practised is forgotten; who is signed on stays so. */
  Optional<Refusal> endTraining() {
    Worked practice = now;
    Operator who = practice.till().signedOn();
    if (!isTraining()) {
      return Optional.of(new TrainingRefusal.NotTraining());
    }
    if (who == null) {
      return Optional.of(new Refusal.NotSignedOn());
    }
    now = real;
    practice.counter().finish();
    real().operator(who);
    return real().afterDoubt(body -> false, Tills::trainingEnded);
  }

  private static Optional<Refusal> trainingEnded(Till till) {
    till.note(Noted.What.TRAINING_ENDED, null, till.operator().name());
    return Optional.empty();
  }

  /** Lets the devices finish what they are doing. */
  @Override
  public void close() {
    now.counter().close();
    real.counter().close();
  }
}

package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.journal.HandedOver;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.register.elsewhere.Elsewhere;
import dev.tillbridge.register.elsewhere.Errands;
import dev.tillbridge.register.elsewhere.Reply;
import dev.tillbridge.register.elsewhere.Told;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.search.Fold;
import dev.tillbridge.register.shared.SharedRecords;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has done what a clerk wants with a document, wherever it is: one of another lane is taken over
 * first, but not while training. Asking is beside the lane, one document at a time; then the
 * clerk's command follows at once. Any thread may call; nothing here waits.
 */
public final class DocumentDesk {

  private final Lane lane;
  private final Elsewhere elsewhere;
  private final SharedRecords shared;
  private final Errands errands;
  private final Clock clock;
  private final OthersDocuments others;
  private volatile Told told = Told.NOTHING;
  private volatile Consumer<Told> listener = now -> {};
  private @Nullable Outcome outcome;

  public DocumentDesk(
      Lane lane, Elsewhere elsewhere, SharedRecords shared, Errands errands, Clock clock) {
    this.lane = lane;
    this.elsewhere = elsewhere;
    this.shared = shared;
    this.errands = errands;
    this.clock = clock;
    this.others = new OthersDocuments(lane, elsewhere, shared, errands, clock);
    shared.onChange(() -> Custody.letGo(lane, shared));
    Custody.letGo(lane, shared);
  }

  public OthersDocuments others() {
    return others;
  }

  /**
   * This lane's own open documents that fit, those changed last first; without what HQ moved on.
   */
  public List<Document> own(String query) {
    List<String> words = Fold.words(query);
    return lane.state().open().documents().reversed().stream()
        .filter(each -> OthersDocuments.fits(each, words))
        .filter(each -> Custody.movedByHq(lane, shared, each.number()).isEmpty())
        .toList();
  }

  /** What the clerk is told of the document asked for last. */
  public Told told() {
    return told;
  }

  /** Calls it with what the clerk is to be told, on the thread that found it out. */
  public void onTold(Consumer<Told> hears) {
    listener = hears;
  }

  /**
   * Carries it out when the document is here; otherwise begins to ask for the document.
   *
   * @param number as it was typed
   * @param wanted what to do with the document of that number
   * @return done also when somebody is being asked: {@link #told} says so
   */
  public Outcome carryOut(String number, TillCommand wanted) {
    Optional<SharedRecord.OfDocument> moved = Custody.movedByHq(lane, shared, number);
    if (moved.isPresent() && !lane.isTraining()) {
      return refused(Custody.refusal(moved.get()));
    }
    Outcome first = lane.carryOut(wanted);
    if (lane.isTraining()
        || !(first instanceof Outcome.Refused(DocumentRefusal.NotOpen notOpen, var view))) {
      return first;
    }
    if (told instanceof Told.Asking(String whom, String about, var since)) {
      return refused(new DocumentRefusal.AskedFor(about, whom));
    }
    Optional<Refusal> ended = ended(number);
    if (ended.isPresent()) {
      return refused(ended.get());
    }
    LaneId at = whoHas(number);
    return at == null ? first : ask(number, at, wanted);
  }

  /** As printed on documents: capital letters. */
  public static String number(String typed) {
    return typed.strip().toUpperCase(Locale.ROOT);
  }

  private Optional<Refusal> ended(String number) {
    return shared
        .document(number)
        .filter(each -> !each.document().isOpen())
        .map(Custody::refusal)
        .filter(DocumentRefusal.EndedElsewhere.class::isInstance);
  }

  private @Nullable LaneId whoHas(String number) {
    LaneId here = lane.view().lane();
    Optional<HandedOver> left = lane.state().open().handedOver(number);
    Optional<SharedRecord.OfDocument> hq = shared.document(number);
    if (left.isPresent()
        && hq.filter(each ->
                each.document().revision() > left.get().document().revision()
                    && !each.at().equals(here))
            .isEmpty()) {
      return left.get().to();
    }
    return others
        .whoHas(number)
        .or(() -> hq.map(SharedRecord.OfDocument::at))
        .filter(at -> !at.equals(here))
        .or(() -> madeBy(number).filter(at -> !at.equals(here)))
        .orElse(null);
  }

  /** The lane in front of a document's number. */
  private static Optional<LaneId> madeBy(String number) {
    int count = number.lastIndexOf("-D");
    try {
      return count < 0 ? Optional.empty() : Optional.of(LaneId.parse(number.substring(0, count)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Outcome ask(String number, LaneId at, TillCommand wanted) {
    synchronized (this) {
      outcome = null;
    }
    tell(new Told.Asking(at.toString(), number, clock.instant()));
    if (!errands.run(() -> fetch(number, at, wanted))) {
      tell(Told.NOTHING);
      return refused(new DocumentRefusal.TooMuchAsked(number));
    }
    synchronized (this) {
      return outcome == null ? new Outcome.Done(lane.view()) : outcome;
    }
  }

  private void fetch(String number, LaneId at, TillCommand wanted) {
    try {
      Reply reply = elsewhere.lane(at, new Inquiry.TakeOver(number));
      boolean known =
          reply instanceof Reply.Answered(Answer answer) && !(answer instanceof Answer.NotKnown);
      came(number, at, wanted, known ? reply : fromHq(number, reply));
    } catch (RuntimeException e) {
      notPossible(number, new DocumentRefusal.Unreachable(number, at));
      throw e;
    }
  }

  /** HQ knows who has a document, and gives one away whose lane cannot be asked. */
  private Reply fromHq(String number, Reply otherwise) {
    if (!elsewhere.isLinked()) {
      return otherwise;
    }
    tell(new Told.Asking("HQ", number, clock.instant()));
    Reply reply = elsewhere.hq(new Inquiry.TakeOver(number));
    return reply instanceof Reply.Answered ? reply : otherwise;
  }

  private void came(String number, LaneId at, TillCommand wanted, Reply reply) {
    switch (reply) {
      case Reply.Answered(Answer.HandedOver(Document left)) when left.number().equals(number) ->
          take(left, wanted);
      case Reply.Answered(Answer.No(String why)) ->
          notPossible(number, new DocumentRefusal.NotHad(number, why));
      case Reply.Answered answered -> notPossible(number, new DocumentRefusal.NotOpen(number));
      case Reply.Silent silent ->
          notPossible(
              number,
              elsewhere.isLinked()
                  ? new DocumentRefusal.Unanswered(number, at)
                  : new DocumentRefusal.Unreachable(number, at));
    }
  }

  private void take(Document left, TillCommand wanted) {
    Optional<Refusal> refusal = lane.carryOutUnasked(new Taken(left));
    if (refusal.isPresent()) {
      notPossible(left.number(), refusal.get());
      return;
    }
    if (lane.isTraining()) { // begun meanwhile, with a till that does not have the document
      finished(new Outcome.Done(lane.view()), new Told.Done(left.number()));
      return;
    }
    Outcome then = lane.carryOut(wanted);
    finished(
        then,
        then instanceof Outcome.Refused(Refusal why, var view)
            ? new Told.NotPossible(left.number(), why)
            : new Told.Done(left.number()));
  }

  private void notPossible(String number, Refusal refusal) {
    finished(refused(refusal), new Told.NotPossible(number, refusal));
  }

  private void finished(Outcome now, Told words) {
    synchronized (this) {
      outcome = now;
    }
    tell(words);
  }

  private void tell(Told now) {
    told = now;
    listener.accept(now);
  }

  private Outcome refused(Refusal refusal) {
    return new Outcome.Refused(refusal, lane.view());
  }
}

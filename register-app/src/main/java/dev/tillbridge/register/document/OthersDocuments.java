package dev.tillbridge.register.document;

import dev.tillbridge.model.customer.CustomerName;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.journal.OpenMatters;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.register.elsewhere.Elsewhere;
import dev.tillbridge.register.elsewhere.Errands;
import dev.tillbridge.register.elsewhere.Reply;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.search.Fold;
import dev.tillbridge.register.shared.SharedRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The open documents of other lanes, as far as they are known here: what HQ told, and what
 * neighbours answer while the store is not reached. Thread-safe; nothing here waits.
 */
public final class OthersDocuments {

  /** A neighbour is asked for its documents no more often. */
  private static final Duration ASKED_EVERY = Duration.ofSeconds(10);

  private record Heard(List<Document> documents, Instant at) {}

  private final Lane lane;
  private final Elsewhere elsewhere;
  private final SharedRecords shared;
  private final Errands errands;
  private final Clock clock;
  private final Map<LaneId, Heard> heard = new ConcurrentHashMap<>();
  private final Map<LaneId, Instant> asked = new ConcurrentHashMap<>();
  private final Set<LaneId> answering = new ConcurrentSkipListSet<>();

  OthersDocuments(
      Lane lane, Elsewhere elsewhere, SharedRecords shared, Errands errands, Clock clock) {
    this.lane = lane;
    this.elsewhere = elsewhere;
    this.shared = shared;
    this.errands = errands;
    this.clock = clock;
  }

  /** Asks the neighbours what they have, when the store does not tell; returns at once. */
  public void lookAround() {
    if (lane.isTraining()) {
      return;
    }
    if (elsewhere.isLinked()) {
      heard.clear();
      return;
    }
    Instant now = clock.instant();
    for (LaneId neighbour : elsewhere.neighbours()) {
      Instant before = asked.get(neighbour);
      if (before == null || !before.plus(ASKED_EVERY).isAfter(now)) {
        asked.put(neighbour, now);
        answering.add(neighbour);
        if (!errands.run(() -> ask(neighbour))) {
          answering.remove(neighbour);
        }
      }
    }
  }

  private void ask(LaneId neighbour) {
    try {
      if (elsewhere.lane(neighbour, new Inquiry.OpenDocuments())
          instanceof Reply.Answered(Answer.Documents(List<Document> documents))) {
        heard.put(neighbour, new Heard(documents, clock.instant()));
      }
    } finally {
      answering.remove(neighbour);
    }
  }

  /** Neighbours that are being asked now: what they have is found a moment later. */
  public List<LaneId> asking() {
    return List.copyOf(answering);
  }

  /** Those whose number, label or customer has all these words; none while training. */
  public List<OpenElsewhere> find(String query) {
    if (lane.isTraining()) {
      return List.of();
    }
    List<String> words = Fold.words(query);
    return all().values().stream()
        .filter(each -> fits(each.document(), words))
        .filter(each -> !isKnownBetterHere(each.document()))
        .toList();
  }

  /** The lane that is known to have it open. */
  Optional<LaneId> whoHas(String number) {
    return Optional.ofNullable(all().get(number)).map(OpenElsewhere::at);
  }

  private Map<String, OpenElsewhere> all() {
    Map<String, OpenElsewhere> all = new LinkedHashMap<>();
    Instant asOf = shared.asOf();
    for (SharedRecord.OfDocument told : shared.openElsewhere()) {
      all.put(told.document().number(), new OpenElsewhere(told.document(), told.at(), asOf));
    }
    heard.forEach((neighbour, its) ->
        its.documents()
            .forEach(document ->
                all.merge(
                    document.number(),
                    new OpenElsewhere(document, neighbour, its.at()),
                    (told, now) ->
                        told.document().revision() > now.document().revision() ? told : now)));
    return all;
  }

  /** It is here, was here later, or was left to somebody later. */
  private boolean isKnownBetterHere(Document told) {
    OpenMatters open = lane.state().open();
    return open.document(told.number()).isPresent()
        || open.tookOver(told.number(), told.revision() + 1);
  }

  /** Whether each of these words is in its number, label or customer. */
  static boolean fits(Document document, List<String> words) {
    CustomerName customer = document.customer();
    String text =
        String.join(
            " ",
            Fold.words(
                "%s %s %s"
                    .formatted(
                        document.number(),
                        document.label() == null ? "" : document.label(),
                        customer == null ? "" : customer.name())));
    return words.stream().allMatch(text::contains);
  }
}

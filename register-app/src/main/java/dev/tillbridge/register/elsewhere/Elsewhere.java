package dev.tillbridge.register.elsewhere;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.register.elsewhere.Reply.Silence;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Asks HQ and other lanes: by the store's broker, or a neighbour by its own when that brings no
 * answer. Blocks, so it is asked beside the lane and never in a command. Thread-safe.
 */
public final class Elsewhere {

  /** How long one answer is waited for, in milliseconds. */
  public static final int WAIT_MS = 1_500;

  private static final Duration WAIT = Duration.ofMillis(WAIT_MS);
  private static final Addressee HQ = new Addressee.Hq();

  private final Asked asked = new Asked();
  private final GuardedLine store;
  private final SortedMap<LaneId, GuardedLine> neighbours = new TreeMap<>();

  public Elsewhere(Line store, Map<LaneId, ? extends Line> neighbours, Clock clock) {
    this.store = new GuardedLine(store, clock);
    neighbours.forEach((lane, line) -> this.neighbours.put(lane, new GuardedLine(line, clock)));
  }

  /** Whether the store's broker is reached now. Answers at once. */
  public boolean isLinked() {
    return store.isLinked();
  }

  /** Lanes that can be asked without the store. */
  public SortedSet<LaneId> neighbours() {
    return new TreeSet<>(neighbours.keySet());
  }

  /** What came of asking since the start; a lane asked by both ways counts twice. */
  public Asked asked() {
    return asked;
  }

  /** How many, of those asked lately, gave so few answers that they have a rest now and then. */
  public long silent(Asked.Whom whom) {
    return Stream.concat(Stream.of(store), neighbours.values().stream())
        .mapToLong(line -> line.silent(whom))
        .sum();
  }

  public Reply hq(Inquiry inquiry) {
    return ask(store, HQ, inquiry);
  }

  private Reply ask(GuardedLine line, Addressee whom, Inquiry inquiry) {
    Reply reply = line.ask(whom, inquiry, WAIT);
    asked.count(GuardedLine.kind(whom), reply);
    return reply;
  }

  /** The lane by the store's broker, and by its own when no answer comes that way. */
  public Reply lane(LaneId lane, Inquiry inquiry) {
    Addressee whom = new Addressee.Lane(lane);
    Reply reply = ask(store, whom, inquiry);
    GuardedLine own = neighbours.get(lane);
    if (reply instanceof Reply.Answered || own == null) {
      return reply;
    }
    Reply direct = ask(own, whom, inquiry);
    return direct instanceof Reply.Silent(Silence why) && why == Silence.NOT_LINKED
        ? reply
        : direct;
  }
}

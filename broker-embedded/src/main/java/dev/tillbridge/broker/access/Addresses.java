package dev.tillbridge.broker.access;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import java.util.Optional;

/** Names of addresses and queues, the same on every broker. */
public final class Addresses {

  /** On a register: where the lane sends its entries. Two queues are bound to it. */
  public static final String JOURNAL = "journal";

  /** On a register: what the bridge still has to deliver. */
  public static final String JOURNAL_FORWARD = "journal.forward";

  /** On a register: what is kept; browsed, never consumed by the bridge. */
  public static final String JOURNAL_KEEP = "journal.keep";

  /** On store and HQ: the queue that gathers the entries of all lanes. */
  public static final String TICKETS = "tickets";

  /** On store and HQ: matches every sender's own address; {@link #TICKETS} is bound to it. */
  public static final String TICKETS_OF_ALL = "tickets.#";

  /** On store and HQ: price-book values by key, a compacted topic. */
  public static final String PRICES = "prices";

  /** On store and HQ: the one newest manifest, a compacted topic. */
  public static final String PRICES_MANIFEST = "prices.manifest";

  /** On HQ: what each version of the price book changed, a compacted topic that only grows. */
  public static final String PRICES_VERSIONS = "prices.versions";

  /** On HQ: the book some stores try first, a compacted topic like {@link #PRICES}. */
  public static final String PRICES_CANARY = "prices.canary";

  /** On HQ: the one newest manifest of the book some stores try first, a compacted topic. */
  public static final String PRICES_CANARY_MANIFEST = "prices.canary.manifest";

  /** On a register: what is sent here is on disk after everything sent before it. */
  public static final String BARRIER = "barrier";

  /** On store and HQ: HQ's watermark per stream, a compacted topic keyed by stream. */
  public static final String WATERMARKS = "watermarks";

  /**
   * On store and HQ: one message per lane, a compacted topic; the broker stamps it on arrival, and
   * the lane reads the stamp back to compare clocks.
   */
  public static final String CLOCK = "clock";

  /** On a register with a neighbour: what the neighbour has not taken yet. */
  public static final String JOURNAL_NEIGHBOUR = "journal.neighbour";

  /** On a register: matches {@link #keptFor} every lane. */
  public static final String KEPT_OF_ALL = "kept.#";

  /** On store and HQ: what HQ tells all lanes of the others, a compacted topic. */
  public static final String SHARED = "shared";

  /** On store and HQ: the highest version in {@link #SHARED}, a compacted topic of one value. */
  public static final String SHARED_NEWEST = "shared.newest";

  /** On store and HQ: the queue of what HQ is asked. */
  public static final String QUESTIONS_TO_HQ = "questions.hq";

  /** On every broker: matches all addresses of questions. */
  public static final String QUESTIONS_OF_ALL = "questions.#";

  /** On every broker: matches all addresses of answers. */
  public static final String ANSWERS_OF_ALL = "answers.#";

  /** Where a broker puts what it could not deliver. */
  public static final String DEAD_LETTERS = "dead-letters";

  private Addresses() {}

  /** On store and HQ: the one address this lane may send to. */
  public static String ticketsOf(LaneId lane) {
    return TICKETS + "." + lane.store() + "." + lane.register();
  }

  /** On HQ: the one address this store server may send to. */
  public static String ticketsOfStore(String store) {
    return TICKETS + "." + store;
  }

  /** On a register: where the register it is the neighbour of sends copies, and their queue. */
  public static String keptFor(LaneId lane) {
    return "kept." + lane.store() + "." + lane.register();
  }

  /** The queue of what they are asked. */
  public static String questionsTo(Addressee asked) {
    return switch (asked) {
      case Addressee.Hq hq -> QUESTIONS_TO_HQ;
      case Addressee.Lane(LaneId lane) -> questionsTo(lane);
    };
  }

  /** The queue of what a lane is asked. */
  public static String questionsTo(LaneId lane) {
    return "questions." + lane.store() + "." + lane.register();
  }

  /**
   * The one address this user may send its questions to that queue to.
   *
   * @param user a lane, or the store whose server passes on what its lanes ask
   */
  public static String question(String queue, String user) {
    return queue + "." + user.replace('-', '.');
  }

  /** The address, and its queue, of what this user was answered; only it may read there. */
  public static String answersTo(String user) {
    return "answers." + user.replace('-', '.');
  }

  /** The user who sent to an address named by {@link #question} for this queue. */
  public static String askedBy(String queue, String address) {
    if (!address.startsWith(queue + ".")) {
      throw new IllegalArgumentException(
          address + " is no address of questions for " + queue + ".");
    }
    return address.substring(queue.length() + 1).replace('.', '-');
  }

  /** The lane of an address or queue named by {@link #keptFor}; absent for any other. */
  public static Optional<LaneId> laneOfKept(String name) {
    String[] parts = name.split("\\.");
    return parts.length == 3 && parts[0].equals("kept")
        ? Optional.of(new LaneId(parts[1], parts[2]))
        : Optional.empty();
  }
}

package dev.tillbridge.model.delivery;

import dev.tillbridge.model.journal.EntryHash;
import java.time.Instant;
import java.util.Objects;

/**
 * HQ's word to one life of a register: everything up to here is in the books, and what HQ lacks
 * above. Travels down a compacted topic, keyed by stream.
 *
 * @param version rises with every change, over all streams of HQ: the readers' cursor
 * @param upTo last sequence HQ holds without a gap
 * @param head hash of that entry: the register compares it with its own before it lets go
 * @param lastTicket count in the highest ticket number HQ has seen of this lane in any life
 * @param lastSession highest drawer session HQ has seen of this lane in any life
 * @param last likewise of documents, customers and events; nothing from an HQ that is older
 * @param closed whether a manager has closed this life at HQ
 * @param at when HQ said so
 */
public record Watermark(
    StreamId stream,
    long version,
    long upTo,
    EntryHash head,
    Request request,
    long lastTicket,
    long lastSession,
    LastNumbers last,
    boolean closed,
    Instant at) {

  /**
   * Counts in the highest numbers HQ has seen of this lane in any life, 0 for none.
   *
   * @param document of a document begun there
   * @param customer of a customer added there
   * @param event of an event away from the shop
   */
  public record LastNumbers(long document, long customer, long event) {

    public static final LastNumbers NONE = new LastNumbers(0, 0, 0);
  }

  public Watermark {
    Objects.requireNonNull(stream, "stream is missing");
    Objects.requireNonNull(head, "head is missing");
    Objects.requireNonNull(request, "request is missing");
    last = last == null ? LastNumbers.NONE : last;
    Objects.requireNonNull(at, "at is missing");
  }

  /** One of a lane without documents, customers or events. */
  public Watermark(
      StreamId stream,
      long version,
      long upTo,
      EntryHash head,
      Request request,
      long lastTicket,
      long lastSession,
      boolean closed,
      Instant at) {
    this(
        stream,
        version,
        upTo,
        head,
        request,
        lastTicket,
        lastSession,
        LastNumbers.NONE,
        closed,
        at);
  }
}

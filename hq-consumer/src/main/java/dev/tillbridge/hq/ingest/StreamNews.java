package dev.tillbridge.hq.ingest;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.delivery.Heartbeat;
import dev.tillbridge.model.delivery.Link;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark.LastNumbers;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.journal.OpenMatters;
import dev.tillbridge.model.offsite.OffsiteEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one batch says about one stream. */
final class StreamNews {

  /** Newly held, ascending after {@link #of}. */
  final List<Link> links = new ArrayList<>();

  long lastSequence;
  EntryHash head = EntryHash.NONE;
  @Nullable Instant lastRecordedAt;
  long entries;
  long suspended;
  long duplicates;
  long conflicts;
  long lastTicket;
  long lastSession;
  LastNumbers last = LastNumbers.NONE;
  @Nullable Heartbeat heartbeat;

  private StreamNews() {}

  /** Sorted, so that two consumers take row locks in the same order. */
  static TreeMap<StreamId, StreamNews> of(Sorted batch, List<Arrival.Heard> heard) {
    TreeMap<StreamId, StreamNews> streams = new TreeMap<>();
    for (NewEntry entry : batch.fresh()) {
      StreamNews news = in(streams, entry.arrival().stream());
      news.holds(entry.arrival());
      news.reads(entry);
    }
    for (NewSuspended entry : batch.suspended()) {
      StreamNews news = in(streams, entry.arrival().stream());
      news.holds(entry.arrival());
      news.suspended++;
    }
    batch.duplicates().forEach(arrival -> in(streams, arrival.stream()).duplicates++);
    batch.conflicts().forEach(c -> in(streams, c.arrival().stream()).conflicts++);
    heard.forEach(arrival -> in(streams, arrival.stream()).heartbeat = arrival.heartbeat());
    streams.values().forEach(news -> news.links.sort(Comparator.comparing(Link::sequence)));
    return streams;
  }

  private static StreamNews in(TreeMap<StreamId, StreamNews> streams, StreamId stream) {
    return streams.computeIfAbsent(stream, id -> new StreamNews());
  }

  private void holds(Arrival.Numbered arrival) {
    EntryId id = arrival.id();
    links.add(arrival.link());
    entries++;
    if (id.sequence() > lastSequence) {
      lastSequence = id.sequence();
      head = arrival.hash();
      lastRecordedAt =
          arrival instanceof Arrival.Readable readable ? readable.entry().recordedAt() : null;
    }
  }

  private void reads(NewEntry entry) {
    EntryBody body = entry.entry().body();
    lastSession = Math.max(lastSession, body.drawerSession());
    String lane = entry.lane();
    switch (body) {
      case EntryBody.TicketCompleted completed ->
          lastTicket = Math.max(lastTicket, countIn(completed.ticket().number()));
      case DocumentRecorded(long session, Document document, var to) ->
          numbered(begun(lane + "-D", document.number()), 0, 0);
      case CustomerRecorded(long session, Customer customer) ->
          numbered(0, begun(lane + "-C", customer.id()), 0);
      case OffsiteEntry.Started(long session, OffsiteEvent event, var by) ->
          numbered(0, 0, begun(lane + "-E", event.id()));
      case EntryBody.Checkpoint checkpoint -> {
        OpenMatters open = checkpoint.open();
        lastTicket = Math.max(lastTicket, checkpoint.lastTicket());
        numbered(open.lastDocument(), open.lastCustomer(), open.lastEvent());
      }
      case EntryBody other -> {}
    }
  }

  private void numbered(long document, long customer, long event) {
    last =
        new LastNumbers(
            Math.max(last.document(), document),
            Math.max(last.customer(), customer),
            Math.max(last.event(), event));
  }

  /** 12 in S01-R07-D12 for the lane S01-R07; 0 for what another lane began. */
  private static long begun(String prefix, String number) {
    return number.startsWith(prefix) ? countIn(number.substring(prefix.length())) : 0;
  }

  /** 1923 in S01-R07-1923; 0 when there is none, as on tickets of another numbering. */
  private static long countIn(String number) {
    try {
      return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}

package dev.tillbridge.hq.stream;

import dev.tillbridge.hq.ingest.BooksUnavailable;
import dev.tillbridge.hq.ingest.Ingest;
import dev.tillbridge.hq.ingest.Posted;
import dev.tillbridge.hq.stream.ConsumerStatus.State;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts the stream, in a thread of its own, until closed. */
public final class TicketConsumer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TicketConsumer.class);
  private static final Duration RETRY_WAIT = Duration.ofMillis(500);
  private static final Duration STOP_WAIT_MAX = Duration.ofSeconds(10);

  private final EntryStream.Source source;
  private final Ingest ingest;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Timer batches;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "ticket-consumer");
  private volatile ConsumerStatus status;

  private TicketConsumer(
      EntryStream.Source source, Ingest ingest, Clock clock, MeterRegistry meters) {
    this.source = source;
    this.ingest = ingest;
    this.clock = clock;
    this.meters = meters;
    this.batches = meters.timer("tillbridge.ingest.batch");
    this.status = new ConsumerStatus(State.BROKER_AWAY, clock.instant(), "Starting.");
  }

  public static TicketConsumer start(
      EntryStream.Source source, Ingest ingest, Clock clock, MeterRegistry meters) {
    TicketConsumer consumer = new TicketConsumer(source, ingest, clock, meters);
    consumer.thread.start();
    return consumer;
  }

  public ConsumerStatus status() {
    return status;
  }

  private void run() {
    while (!stopping()) {
      try (EntryStream stream = source.open()) {
        become(State.POSTING, "");
        drain(stream);
      } catch (StreamLost e) {
        become(State.BROKER_AWAY, String.valueOf(e.getMessage()));
        pause();
      } catch (RuntimeException e) {
        LOG.error("Posting stopped unexpectedly; the batch comes again in {}.", RETRY_WAIT, e);
        become(State.BROKER_AWAY, String.valueOf(e.getMessage()));
        pause();
      }
    }
    become(State.STOPPED, "");
  }

  private void drain(EntryStream stream) {
    while (!stopping()) {
      List<byte[]> batch = stream.next();
      if (!batch.isEmpty() && post(batch)) {
        stream.confirm();
      }
    }
  }

  /**
   * Tries until the books take it. Giving the batch back meanwhile would use up its delivery
   * attempts and end with the broker putting tickets aside.
   */
  private boolean post(List<byte[]> batch) {
    while (!stopping()) {
      try {
        Posted posted = batches.record(() -> ingest.post(batch));
        count(posted);
        become(State.POSTING, "");
        return true;
      } catch (BooksUnavailable e) {
        become(
            State.BOOKS_AWAY,
            e.getMessage()
                + " "
                + batch.size()
                + " messages are held here, the others wait at the broker. Trying every "
                + RETRY_WAIT.toMillis()
                + " ms.");
        pause();
      }
    }
    return false;
  }

  private void count(Posted posted) {
    meters.counter("tillbridge.ingest.entries").increment(posted.entries());
    meters.counter("tillbridge.ingest.tickets").increment(posted.tickets());
    meters.counter("tillbridge.ingest.duplicates").increment(posted.duplicates());
    meters.counter("tillbridge.ingest.conflicts").increment(posted.conflicts());
    meters.counter("tillbridge.ingest.suspended").increment(posted.suspended());
    meters.counter("tillbridge.ingest.heartbeats").increment(posted.heartbeats());
    meters.counter("tillbridge.ingest.heartbeats.ignored").increment(posted.ignored());
  }

  private void become(State state, String detail) {
    if (status.state() != state) {
      status = new ConsumerStatus(state, clock.instant(), detail);
      if (detail.isEmpty()) {
        LOG.info("Ticket consumer: {}", state);
      } else {
        LOG.warn("Ticket consumer: {}. {}", state, detail);
      }
    }
  }

  private void pause() {
    try {
      boolean stopped = stop.await(RETRY_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      if (stopped) {
        LOG.debug("Asked to stop while waiting.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.countDown();
    }
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }

  /** Finishes the batch in hand, or leaves it to the broker when the books do not answer. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(STOP_WAIT_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

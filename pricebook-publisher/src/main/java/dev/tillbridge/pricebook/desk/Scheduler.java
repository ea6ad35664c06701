package dev.tillbridge.pricebook.desk;

import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.proposal.Outcome;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes scheduled proposals when they are due, and at its start those whose time passed while
 * nobody was there. What fails because HQ's broker is away is tried again until it is back.
 */
public final class Scheduler implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final PriceDesk desk;
  private final PollLoop loop;
  private String lastProblem = "";

  private Scheduler(PriceDesk desk) {
    this.desk = desk;
    this.loop = PollLoop.start("price-book-scheduler", POLL, this::step, this::failed);
  }

  /** Starts its thread. */
  public static Scheduler start(PriceDesk desk) {
    return new Scheduler(desk);
  }

  private void step() {
    for (Outcome outcome : desk.publishDue()) {
      switch (outcome) {
        case Outcome.Published(Manifest manifest, var added, var changed, var gone, var remarks) ->
            LOG.info(
                "Published price book version {} as scheduled: {}.",
                manifest.version(),
                manifest.note());
        case Outcome.Unchanged(Manifest manifest) ->
            LOG.info(
                "A scheduled proposal is price book version {} already; nothing was published.",
                manifest.version());
        case Outcome.Refused(List<String> reasons) ->
            LOG.error(
                "A scheduled proposal was not published: {} It is back among the proposals.",
                String.join(" ", reasons));
        case Outcome.Spoilt(String problem) -> LOG.error("{}", problem);
        case Outcome.Taken taken -> {}
      }
    }
    lastProblem = "";
  }

  private void failed(RuntimeException problem) {
    String words = String.valueOf(problem.getMessage());
    if (!words.equals(lastProblem)) {
      lastProblem = words;
      if (problem instanceof BrokerUnreachable) {
        LOG.warn("Scheduled proposals wait: {} Trying every {} s.", words, POLL.toSeconds());
      } else {
        LOG.error("Scheduled proposals wait; trying every {} s.", POLL.toSeconds(), problem);
      }
    }
  }

  /** Stops within a few seconds; what is scheduled stays so. */
  @Override
  public void close() {
    loop.close();
  }
}

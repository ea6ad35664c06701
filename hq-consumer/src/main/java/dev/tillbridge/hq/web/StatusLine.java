package dev.tillbridge.hq.web;

import dev.tillbridge.hq.stream.ConsumerStatus;
import dev.tillbridge.screens.words.TimeWords;
import java.time.Clock;
import java.time.Duration;

/**
 * What the status bar says.
 *
 * @param up whether the stream is being posted
 */
public record StatusLine(boolean up, String consumer, String waiting) {

  static StatusLine of(Desk desk) {
    ConsumerStatus status = desk.consumer().get();
    return new StatusLine(
        status.state() == ConsumerStatus.State.POSTING,
        inWords(status, desk.clock()),
        TimeWords.count(desk.waiting().getAsLong(), "message") + " waiting at HQ's broker");
  }

  private static String inWords(ConsumerStatus status, Clock clock) {
    String lasting = TimeWords.of(Duration.between(status.since(), clock.instant()));
    return switch (status.state()) {
      case POSTING -> "Posting the stream";
      case BOOKS_AWAY ->
          "The database has not answered for " + lasting + ". Tickets wait; nothing is lost";
      case BROKER_AWAY -> "No connection to HQ's broker for " + lasting + ". Trying again";
      case STOPPED -> "Stopped";
    };
  }
}

package dev.tillbridge.hq.shared;

import dev.tillbridge.broker.shared.Shared;
import dev.tillbridge.broker.shared.SharedTopic;
import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what changed, twice a second, in one thread that gives out the versions. At its start and
 * after a failure it compares what the topic has, and tells again whatever differs, under versions
 * above all that were ever told.
 */
public final class SharedPublisher {

  static final Duration PAUSE = Duration.ofMillis(500);

  /** Told in one go. */
  static final int BATCH = 500;

  private static final Logger LOG = LoggerFactory.getLogger(SharedPublisher.class);

  /** Also after the books were restored from an older copy. */
  private static final String RAISE =
      "select setval('shared_version', greatest((select last_value from shared_version), ?, ?))";

  /** Whoever is about to change one marks it again. */
  private static final String DUE =
      """
      with due as (
        select kind, subject, version from shared where stale
        order by kind, subject limit ? for update skip locked)
      update shared s set stale = false, version = nextval('shared_version')
      from due d where s.kind = d.kind and s.subject = d.subject
      returning s.kind, s.subject, s.version, d.version as before
      """;

  private static final String TOLD_AGAIN =
      "update shared set stale = true, version = ? where kind = ? and subject = ?";

  private final Books books;
  private final Supplier<Map<String, Long>> there;
  private final Consumer<List<Shared>> topic;
  private final Clock clock;
  private final int keysMax;
  private boolean compared;
  private boolean full;
  private String trouble = "";

  /**
   * @param there the version of each key in the topic
   * @param topic makes them durable at HQ's broker before it returns, or throws
   */
  SharedPublisher(
      Books books,
      Supplier<Map<String, Long>> there,
      Consumer<List<Shared>> topic,
      Clock clock,
      int keysMax) {
    this.books = books;
    this.there = there;
    this.topic = topic;
    this.clock = clock;
    this.keysMax = keysMax;
  }

  /**
   * Starts the thread, which ends when the answer is closed.
   *
   * @param there the version of each key in the topic
   * @param topic makes them durable at HQ's broker before it returns, or throws
   */
  public static PollLoop start(
      Books books, Supplier<Map<String, Long>> there, Consumer<List<Shared>> topic, Clock clock) {
    SharedPublisher publisher =
        new SharedPublisher(books, there, topic, clock, SharedTopic.KEYS_MAX);
    return PollLoop.start("shared-publisher", PAUSE, publisher::look, publisher::failed);
  }

  private record Key(String kind, String subject, long version) {

    String text() {
      return kind + " " + subject;
    }
  }

  /** Tells everything that has changed. */
  void look() {
    if (!compared) {
      compare();
      compared = true;
    }
    int taken = BATCH;
    while (taken == BATCH) {
      List<Shared> changed = new ArrayList<>();
      taken =
          books.write(session -> session.doReturningWork(connection -> due(connection, changed)));
      if (!changed.isEmpty()) {
        compared = false;
        topic.accept(changed);
        compared = true;
      }
    }
    if (!trouble.isEmpty()) {
      trouble = "";
      LOG.info("All lanes are told of changes again.");
    }
  }

  /** What is there under another version is told anew; what is not, as if it never was. */
  private void compare() {
    Map<String, Long> versions = there.get();
    long highest = versions.values().stream().mapToLong(version -> version).max().orElse(0);
    books.write(session ->
        session.doReturningWork(connection -> {
          Sql.row(
              connection, RAISE, row -> row.getLong(1), clock.instant().toEpochMilli(), highest);
          List<Key> known =
              Sql.rows(
                  connection,
                  "select kind, subject, version from shared order by kind, subject",
                  row -> new Key(row.getString(1), row.getString(2), row.getLong(3)));
          for (Key key : known) {
            long told = versions.getOrDefault(key.text(), 0L);
            if (told != key.version()) {
              Sql.change(connection, TOLD_AGAIN, told, key.kind(), key.subject());
            }
          }
          return known.size();
        }));
  }

  private int due(Connection connection, List<Shared> changed) throws SQLException {
    Instant now = clock.instant();
    List<Long> before = new ArrayList<>();
    List<Key> due =
        Sql.rows(
            connection,
            DUE,
            row -> {
              before.add(row.getLong("before"));
              return new Key(row.getString(1), row.getString(2), row.getLong(3));
            },
            BATCH);
    long fresh = before.stream().filter(version -> version == 0).count();
    long room = fresh == 0 ? 0 : room(connection) + fresh;
    for (int i = 0; i < due.size(); i++) {
      Key key = due.get(i);
      boolean isNew = before.get(i) == 0;
      ToldRecord record = ToldRecord.read(connection, key.kind(), key.subject(), now).orElse(null);
      if (record == null || (isNew && record.over())) {
        forget(connection, key);
      } else if (isNew && room <= 0) {
        forget(connection, key);
        tellFull();
      } else {
        room -= isNew ? 1 : 0;
        changed.add(new Shared(key.version(), record.record()));
      }
    }
    return due.size();
  }

  /** Nobody was told of it; when it changes it is looked at again. */
  private static void forget(Connection connection, Key key) throws SQLException {
    Sql.change(
        connection,
        "update shared set version = 0 where kind = ? and subject = ?",
        key.kind(),
        key.subject());
  }

  /** Less what is due in this transaction. */
  private long room(Connection connection) throws SQLException {
    long told =
        Sql.row(connection, "select count(*) from shared where version > 0", row -> row.getLong(1))
            .orElseThrow();
    return keysMax - told;
  }

  private void tellFull() {
    if (!full) {
      full = true;
      LOG.warn(
          "All lanes are told of {} documents, customers and stored values, which is the most;"
              + " further ones are not told. Lanes ask HQ for those.",
          keysMax);
    }
  }

  private void failed(RuntimeException problem) {
    String told = String.valueOf(problem.getMessage());
    if (!told.equals(trouble)) {
      trouble = told;
      LOG.warn(
          "Lanes are not told of changes now: {}. Trying every {} ms until it works.",
          told,
          PAUSE.toMillis());
    }
  }
}

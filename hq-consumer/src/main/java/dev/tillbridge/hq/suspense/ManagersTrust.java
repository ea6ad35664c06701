package dev.tillbridge.hq.suspense;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.hq.delivery.Decision;
import dev.tillbridge.hq.delivery.EpochClosing;
import dev.tillbridge.hq.delivery.RegisterKeys;
import dev.tillbridge.model.delivery.StreamId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A manager's word, with its line in the audit trail. Thread-safe. */
public final class ManagersTrust implements Trust {

  private static final String ADD =
      """
      insert into trust_action
        (lane, epoch, key, action, person, person_name, at, note, result, form)
      values (?, ?, ?::text, ?, ?, ?, ?, ?, ?, ?)
      on conflict (form) do nothing
      """;

  private final Books books;
  private final RegisterKeys keys;
  private final EpochClosing closing;
  private final Clock clock;

  public ManagersTrust(Books books, RegisterKeys keys, EpochClosing closing, Clock clock) {
    this.books = books;
    this.keys = keys;
    this.closing = closing;
    this.clock = clock;
  }

  @Override
  public Outcome approve(StreamId stream, String key, Deed deed) {
    return decide(
        stream, key, "APPROVED", deed, () -> keys.approve(stream, key, deed.person().name()));
  }

  @Override
  public Outcome refuse(StreamId stream, String key, Deed deed) {
    return decide(
        stream,
        key,
        "REFUSED",
        deed,
        () ->
            pending(stream, key)
                ? new Decision.Done(
                    "The key of %s is refused; what it signed stays in suspense.".formatted(stream))
                : new Decision.Refused("This key of " + stream + " does not wait for approval."));
  }

  private boolean pending(StreamId stream, String key) {
    return books.read(session ->
        session.doReturningWork(connection ->
            Sql.row(
                    connection,
                    "select 1 from register_key"
                        + " where lane = ? and epoch = ? and key = ? and state = 'PENDING'",
                    row -> row.getInt(1),
                    stream.lane().toString(),
                    stream.epoch(),
                    key)
                .isPresent()));
  }

  @Override
  public Outcome close(StreamId stream, long lastSequence, Deed deed) {
    return decide(
        stream,
        null,
        "CLOSED",
        deed,
        () -> closing.close(stream, lastSequence, deed.person().name(), deed.note()));
  }

  private Outcome decide(
      StreamId stream, @Nullable String key, String action, Deed deed, Supplier<Decision> work) {
    Optional<String> unfit = deed.refusal();
    if (unfit.isPresent()) {
      return new Outcome.Refused(unfit.get());
    }
    Optional<String> earlier = resultOf(deed.form());
    if (earlier.isPresent()) {
      return new Outcome.Done(earlier.get());
    }
    return switch (work.get()) {
      case Decision.Refused(String reason) -> new Outcome.Refused("Nothing was changed: " + reason);
      case Decision.Done(String outcome) -> {
        add(stream, key, action, deed, outcome);
        yield new Outcome.Done(outcome);
      }
    };
  }

  private Optional<String> resultOf(String form) {
    return books.read(session ->
        session.doReturningWork(connection ->
            Sql.row(
                connection,
                "select result from trust_action where form = ?",
                row -> row.getString(1),
                form)));
  }

  private void add(StreamId stream, @Nullable String key, String action, Deed deed, String result) {
    books.write(session ->
        session.doReturningWork(connection ->
            Sql.change(
                connection,
                ADD,
                stream.lane().toString(),
                stream.epoch(),
                key,
                action,
                deed.person().id(),
                deed.person().name(),
                clock.instant(),
                deed.note(),
                result,
                deed.form())));
  }
}

package dev.tillbridge.broker.delivery;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.journal.ArtemisJournal;
import dev.tillbridge.broker.link.Link;
import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.delivery.RegisterHealth;
import dev.tillbridge.model.delivery.StreamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a register's delivery works with.
 *
 * @param own way in to the register's own broker
 * @param store the broker above
 * @param user the register's user there
 * @param priceBook how the register stands with its price book
 * @param neighbour how the copies at the neighbour stand
 * @param program version of the register's program
 */
public record DeliveryParts(
    StreamId stream,
    ArtemisJournal journal,
    Seal seal,
    Link link,
    BrokerAccess own,
    Endpoint store,
    Credentials user,
    DeliverySettings settings,
    Supplier<DiskStatus> disk,
    Supplier<BookHealth> priceBook,
    Supplier<NeighbourHealth> neighbour,
    String program,
    Clock clock) {

  /**
   * How the copies at the neighbour stand.
   *
   * @param lane the neighbour, null when none is named
   * @param waiting entries it has not taken yet
   */
  public record NeighbourHealth(@Nullable String lane, long waiting) {

    public static final NeighbourHealth NONE = new NeighbourHealth(null, 0);
  }

  /**
   * How the register stands with its price book.
   *
   * @param version in force, null when there is none
   * @param since when it took that version, null when it has none or it is not known
   * @param problem why it has no newer one, null when all is well
   */
  public record BookHealth(
      @Nullable Long version, @Nullable Instant since, @Nullable String problem) {}

  RegisterHealth health(@Nullable Duration clockOffset) {
    NeighbourHealth copies = neighbour.get();
    BookHealth book = priceBook.get();
    return new RegisterHealth(
        link.status().waiting(),
        journal.kept().count(),
        disk.get(),
        clockOffset == null ? null : clockOffset.toMillis(),
        book.version(),
        book.since(),
        book.problem(),
        copies.lane(),
        copies.waiting(),
        program);
  }
}

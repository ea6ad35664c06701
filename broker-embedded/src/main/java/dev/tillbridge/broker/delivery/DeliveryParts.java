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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a register's delivery works with.
 *
 * @param own way in to the register's own broker
 * @param store the broker above
 * @param user the register's user there
 * @param priceBook version in force, null when there is none
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
    Supplier<@Nullable Long> priceBook,
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

  RegisterHealth health(@Nullable Duration clockOffset) {
    NeighbourHealth copies = neighbour.get();
    return new RegisterHealth(
        link.status().waiting(),
        journal.kept().count(),
        disk.get(),
        clockOffset == null ? null : clockOffset.toMillis(),
        priceBook.get(),
        copies.lane(),
        copies.waiting(),
        program);
  }
}

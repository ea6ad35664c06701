package dev.tillbridge.hq.books;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A card payment taken without the bank, which declined it afterwards.
 *
 * @param ticketEntry number of the ticket's page, null while HQ does not have the ticket
 * @param customer null when nobody said who bought
 * @param scheme and {@code masked} null while HQ does not have the ticket
 * @param sequence of the entry that told that it was declined
 */
public record CardFile(
    long id,
    String lane,
    long epoch,
    long sequence,
    Instant at,
    @Nullable Money amount,
    @Nullable String ticket,
    @Nullable Long ticketEntry,
    @Nullable String customer,
    @Nullable String scheme,
    @Nullable String masked,
    String reason,
    List<Remark> remarks) {}

package dev.tillbridge.hq.books;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What did not fit together between registers.
 *
 * @param entry of the ticket that made it so
 * @param clearedAt when it fitted after all, null while it does not
 */
public record FindingFile(
    long id,
    String kind,
    String subject,
    String lane,
    @Nullable Long entry,
    Instant since,
    Money amount,
    String detail,
    @Nullable Instant clearedAt,
    List<Remark> remarks) {}

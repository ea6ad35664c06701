package dev.tillbridge.hq.books;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is or was wrong with a register's stream. */
public record AlarmFile(
    long id,
    String lane,
    long epoch,
    String kind,
    Instant since,
    String detail,
    @Nullable Instant clearedAt,
    List<Remark> remarks) {}

package dev.tillbridge.hq.books;

import java.time.Instant;
import java.util.List;

/**
 * Two entries under one number.
 *
 * @param kept the one that came first and is posted
 * @param other the one that is kept for a human and posted nowhere
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record ConflictFile(
    long id,
    String lane,
    long epoch,
    long sequence,
    String keptHash,
    Instant keptAt,
    byte[] kept,
    String otherHash,
    Instant otherAt,
    byte[] other,
    List<Remark> remarks) {}

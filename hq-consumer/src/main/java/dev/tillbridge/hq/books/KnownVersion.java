package dev.tillbridge.hq.books;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the price book that HQ has.
 *
 * @param count values in the whole book
 * @param changes values that differ from the version before
 * @param stores that try it first, empty when it is for all
 * @param verified whether HQ has all of it; tickets are compared only then
 */
public record KnownVersion(
    long version,
    Instant publishedAt,
    String publishedBy,
    int count,
    int changes,
    @Nullable String note,
    List<String> stores,
    boolean verified) {}

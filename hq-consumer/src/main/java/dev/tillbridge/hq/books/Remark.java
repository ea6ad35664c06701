package dev.tillbridge.hq.books;

import java.time.Instant;

/** What somebody made of a conflict or an alarm. */
public record Remark(String person, Instant at, String note) {}

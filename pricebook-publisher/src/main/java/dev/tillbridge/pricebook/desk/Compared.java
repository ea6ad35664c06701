package dev.tillbridge.pricebook.desk;

import dev.tillbridge.pricebook.comparison.Comparison;

/**
 * Two books and what differs.
 *
 * @param was the first in words, for example {@code version 7}
 * @param now the second
 */
public record Compared(String was, String now, Comparison comparison) {}

package dev.tillbridge.pricebook.proposal;

/**
 * A proposal is kept.
 *
 * @param number to name it by
 * @param summary what it would change, in a sentence, with the next step
 */
public record Proposed(int number, String summary) {}

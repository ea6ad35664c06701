package dev.tillbridge.it.lane;

import org.joda.money.Money;

/**
 * A ticket the register said it has completed: what stands on the receipt.
 *
 * @param reference the invoice it was rung for
 * @param hash of its journal entry
 * @param afterAnInterruption true when the answer was lost and the journal told
 */
public record RungTicket(
    String lane,
    long epoch,
    long sequence,
    String hash,
    String number,
    String reference,
    int lines,
    Money total,
    boolean afterAnInterruption) {}

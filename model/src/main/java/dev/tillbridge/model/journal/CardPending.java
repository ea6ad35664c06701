package dev.tillbridge.model.journal;

import java.time.Instant;
import org.joda.money.Money;

/**
 * A card payment whose last word the acquirer has not spoken.
 *
 * @param ticket whose payment it is; for a reversal, empty
 * @param reversal whether it has to be taken back
 */
public record CardPending(
    String key, String ticket, Money amount, Instant since, boolean reversal) {}

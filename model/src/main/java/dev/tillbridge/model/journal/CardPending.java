package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A card payment whose last word the acquirer has not spoken.
 *
 * @param ticket whose payment it is; for a reversal, empty
 * @param reversal whether it has to be taken back
 * @param token the acquirer's name for the card, null for a reversal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardPending(
    String key,
    String ticket,
    Money amount,
    Instant since,
    boolean reversal,
    @Nullable String token) {}

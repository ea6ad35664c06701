package dev.tillbridge.model.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A card payment without anything that could be used again.
 *
 * @param key idempotency key under which the acquirer knows it
 * @param scheme for example {@code Visa}
 * @param masked the card's number with all but the last digits hidden, as on the receipt
 * @param token the acquirer's name for the card
 * @param code authorisation code, null while offline
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardPayment(
    String key,
    String scheme,
    String masked,
    String token,
    CardApproval approval,
    @Nullable String code) {

  public CardPayment {
    Objects.requireNonNull(key, "key is missing");
    Objects.requireNonNull(scheme, "scheme is missing");
    Objects.requireNonNull(masked, "masked is missing");
    Objects.requireNonNull(token, "token is missing");
    Objects.requireNonNull(approval, "approval is missing");
    if (masked.chars().filter(Character::isDigit).count() > 10) {
      throw new IllegalArgumentException("A card number has to be masked before it comes here.");
    }
  }
}

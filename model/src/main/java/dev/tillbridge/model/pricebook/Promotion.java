package dev.tillbridge.model.pricebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that lowers prices.
 *
 * @param name as on screen and receipt
 * @param validity when and where
 * @param priority higher ones are applied first, whatever they save; 0 for most
 * @param exclusive what it touches gets no basket discount and does not count for one
 * @param coupon code that the customer must hand over, null when none is needed
 * @param customerGroup group the customer must belong to, null for everybody
 * @param on which items; for a basket reward those it is measured on and shared by
 * @param reward what it does
 */
@JsonPropertyOrder({
  "code",
  "name",
  "validity",
  "priority",
  "exclusive",
  "coupon",
  "customerGroup",
  "on",
  "reward"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Promotion(
    String code,
    String name,
    Validity validity,
    int priority,
    boolean exclusive,
    @Nullable String coupon,
    @Nullable String customerGroup,
    Selection on,
    Reward reward)
    implements BookValue {

  public Promotion {
    Objects.requireNonNull(code, "code is missing");
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(validity, "validity is missing");
    Objects.requireNonNull(on, "on is missing");
    Objects.requireNonNull(reward, "reward is missing");
    if (code.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("A promotion needs a code and a name.");
    }
  }

  @Override
  public String bookKey() {
    return "promotion:" + code;
  }
}

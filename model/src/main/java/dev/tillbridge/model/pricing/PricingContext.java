package dev.tillbridge.model.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * With what a price book is asked: everything beside the lines that decides a ticket's prices.
 *
 * @param moment when its first line was rung, by the shop's clock on the wall; the whole ticket is
 *     priced as of it
 * @param zone of the store, null when it is in none
 * @param coupons codes handed over
 * @param customerGroup null when no customer of a group is on the ticket
 */
@JsonPropertyOrder({"moment", "zone", "coupons", "customerGroup"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PricingContext(
    LocalDateTime moment,
    @Nullable String zone,
    List<String> coupons,
    @Nullable String customerGroup) {

  public PricingContext {
    Objects.requireNonNull(moment, "moment is missing");
    coupons = coupons == null ? List.of() : coupons.stream().distinct().sorted().toList();
  }

  /** At a moment in a zone, without coupons and customer. */
  public static PricingContext at(LocalDateTime moment, @Nullable String zone) {
    return new PricingContext(moment, zone, List.of(), null);
  }
}

package dev.tillbridge.model.pricebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A price somewhere, from some moment on.
 *
 * @param zone code of the price zone, null for everywhere
 * @param from by the shop's clock on the wall, null for always
 */
@JsonPropertyOrder({"zone", "from", "price"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PricePoint(@Nullable String zone, @Nullable LocalDateTime from, Money price) {

  /** Everywhere before any zone, then by zone, then by time. */
  public static final Comparator<PricePoint> ORDER =
      Comparator.comparing(PricePoint::zone, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(PricePoint::from, Comparator.nullsFirst(Comparator.naturalOrder()));

  public PricePoint {
    Objects.requireNonNull(price, "price is missing");
    if (!price.isPositive()) {
      throw new IllegalArgumentException("A price is above zero; got " + price + ".");
    }
  }
}

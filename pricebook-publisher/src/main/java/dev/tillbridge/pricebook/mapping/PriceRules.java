package dev.tillbridge.pricebook.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the prices of a row mean.
 *
 * @param emptyRegular when only the promotional price is given
 * @param both when the regular and the promotional price are given
 * @param promotionName name of the promotions made of promotional prices
 * @param promotionUntil first moment they are over, null for until the next import
 * @param zone these are prices of this zone only, null for everywhere
 * @param from these prices hold from this moment on, null for at once
 */
public record PriceRules(
    EmptyRegular emptyRegular,
    Both both,
    String promotionName,
    @Nullable LocalDateTime promotionUntil,
    @Nullable String zone,
    @Nullable LocalDateTime from) {

  /** When only the promotional price is given. */
  public enum EmptyRegular {
    @JsonProperty("use-promotional")
    USE_PROMOTIONAL,
    @JsonProperty("refuse")
    REFUSE
  }

  /** When both prices are given. */
  public enum Both {
    /** The item costs the regular price and gets a promotion with the other. */
    @JsonProperty("promotion")
    PROMOTION,
    /** The promotional price is of no account. */
    @JsonProperty("ignore")
    IGNORE,
    /** The item costs the lower one. */
    @JsonProperty("lower")
    LOWER
  }

  public PriceRules {
    emptyRegular = emptyRegular == null ? EmptyRegular.REFUSE : emptyRegular;
    both = both == null ? Both.PROMOTION : both;
    promotionName = promotionName == null ? "Special price" : promotionName;
    if (promotionName.isBlank()) {
      throw new IllegalArgumentException("promotion-name is what the receipt says; got nothing.");
    }
    if (zone != null && zone.isBlank()) {
      throw new IllegalArgumentException("zone is the code of a price zone; got nothing.");
    }
  }

  /** Regular prices, everywhere and at once. */
  public static PriceRules standard() {
    return new PriceRules(EmptyRegular.REFUSE, Both.PROMOTION, "Special price", null, null, null);
  }

  /** Whether the list says prices of a zone or a date only, not what the items are. */
  public boolean pointsOnly() {
    return zone != null || from != null;
  }
}

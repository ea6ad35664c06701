package dev.tillbridge.model.pricebook;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/** What a promotion does. Percentages are above 0 and at most 100, amounts above 0. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Reward.PercentOff.class, name = "percent-off"),
  @JsonSubTypes.Type(value = Reward.AmountOff.class, name = "amount-off"),
  @JsonSubTypes.Type(value = Reward.FixedPrice.class, name = "fixed-price"),
  @JsonSubTypes.Type(value = Reward.Multibuy.class, name = "multibuy"),
  @JsonSubTypes.Type(value = Reward.BundlePrice.class, name = "bundle-price"),
  @JsonSubTypes.Type(value = Reward.MixAndMatch.class, name = "mix-and-match"),
  @JsonSubTypes.Type(value = Reward.BasketPercent.class, name = "basket-percent"),
  @JsonSubTypes.Type(value = Reward.BasketAmount.class, name = "basket-amount")
})
public sealed interface Reward {

  /** Lowers the price of each unit by itself. */
  sealed interface PerUnit extends Reward {}

  /** Needs several units together. */
  sealed interface Bundled extends Reward {}

  /** Lowers what the basket comes to after all other promotions. */
  sealed interface OnBasket extends Reward {

    /** What the basket must come to. */
    Money atLeast();
  }

  /** Each unit costs so much less. */
  record PercentOff(BigDecimal percent) implements PerUnit {
    public PercentOff {
      requirePercent(percent);
    }
  }

  /** Each unit costs so much less, but never less than nothing. */
  record AmountOff(Money amount) implements PerUnit {
    public AmountOff {
      requirePositive(amount);
    }
  }

  /** Each unit costs this, where it costs more. */
  record FixedPrice(Money price) implements PerUnit {
    public FixedPrice {
      requirePositive(price);
    }
  }

  /** Of each {@code buy} units the customer pays the dearest {@code pay}: 3 for 2. */
  record Multibuy(int buy, int pay) implements Bundled {
    public Multibuy {
      requireCount(buy);
      if (pay < 1 || pay >= buy) {
        throw new IllegalArgumentException(
            "Of %d units 1 to %d are paid; got %d.".formatted(buy, buy - 1, pay));
      }
    }
  }

  /** Any so many units together cost this: 3 for 5.00. */
  record BundlePrice(int quantity, Money price) implements Bundled {
    public BundlePrice {
      requireCount(quantity);
      requirePositive(price);
    }
  }

  /**
   * One of each part together costs this: sandwich, drink and snack for 3.50. The promotion's own
   * selection is of no account.
   */
  record MixAndMatch(List<Part> parts, Money price) implements Bundled {
    public MixAndMatch {
      parts = List.copyOf(parts);
      requirePositive(price);
      if (parts.size() < 2 || parts.size() > PARTS_MAX) {
        throw new IllegalArgumentException(
            "Mix and match has 2 to %d parts; got %d.".formatted(PARTS_MAX, parts.size()));
      }
    }
  }

  /** So many units of these. */
  record Part(Selection of, int quantity) {
    public Part {
      Objects.requireNonNull(of, "of is missing");
      if (quantity < 1 || quantity > COUNT_MAX) {
        throw new IllegalArgumentException(
            "A part has 1 to %d units; got %d.".formatted(COUNT_MAX, quantity));
      }
    }
  }

  /** The basket costs so much less when it comes to at least this after all other promotions. */
  record BasketPercent(Money atLeast, BigDecimal percent) implements OnBasket {
    public BasketPercent {
      requirePositive(atLeast);
      requirePercent(percent);
    }
  }

  /** The basket costs so much less when it comes to at least this after all other promotions. */
  record BasketAmount(Money atLeast, Money off) implements OnBasket {
    public BasketAmount {
      requirePositive(atLeast);
      requirePositive(off);
      if (off.isGreaterThan(atLeast)) {
        throw new IllegalArgumentException(
            "%s off a basket of %s is more than it costs.".formatted(off, atLeast));
      }
    }
  }

  int PARTS_MAX = 6;
  int COUNT_MAX = 100;

  private static void requirePercent(BigDecimal percent) {
    if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException(
          "A percentage is above 0 and at most 100; got " + percent.toPlainString() + ".");
    }
  }

  private static void requirePositive(Money amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("An amount is above zero; got " + amount + ".");
    }
  }

  private static void requireCount(int count) {
    if (count < 2 || count > COUNT_MAX) {
      throw new IllegalArgumentException(
          "A bundle has 2 to %d units; got %d.".formatted(COUNT_MAX, count));
    }
  }
}

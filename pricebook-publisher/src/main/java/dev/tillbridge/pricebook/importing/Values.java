package dev.tillbridge.pricebook.importing;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.Selection;
import dev.tillbridge.model.pricebook.Validity;
import dev.tillbridge.pricebook.mapping.Mapping;
import dev.tillbridge.pricebook.mapping.PriceRules;
import dev.tillbridge.pricebook.mapping.PriceRules.Both;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Book values of drafts, as the mapping's prices say. */
final class Values {

  private final PriceRules rules;
  private final CurrencyUnit currency;
  private final List<BookValue> values;
  private final List<BookValue> promotions = new ArrayList<>();
  private int items;
  private long barcodes;
  private int promotionalOnly;
  private int weighed;
  private int withoutBarcode;

  private Values(Mapping mapping, CurrencyUnit currency) {
    this.rules = mapping.prices();
    this.currency = currency;
    this.values = new ArrayList<>(mapping.tax().values());
  }

  static Values of(Collection<Draft> drafts, Mapping mapping, CurrencyUnit currency) {
    Values values = new Values(mapping, currency);
    drafts.forEach(values::add);
    values.values.addAll(values.promotions);
    return values;
  }

  List<BookValue> all() {
    return values;
  }

  int items() {
    return items;
  }

  int promotions() {
    return promotions.size();
  }

  ImportedList.Counts counts(long rows, long leftOut, long tolerated) {
    return new ImportedList.Counts(
        rows,
        items,
        barcodes,
        promotions.size(),
        promotionalOnly,
        weighed,
        withoutBarcode,
        leftOut,
        tolerated);
  }

  private void add(Draft draft) {
    Money price = Money.of(currency, price(draft));
    List<PricePoint> schedule =
        rules.pointsOnly() ? List.of(new PricePoint(rules.zone(), rules.from(), price)) : List.of();
    values.add(
        new BookValue.Item(
            draft.code,
            draft.name,
            price,
            draft.tax,
            // sorted: lists of two nights name the same barcodes in another order, no change
            draft.barcodes.stream().sorted().toList(),
            draft.category,
            draft.unit,
            schedule));
    items++;
    barcodes += draft.barcodes.size();
    promotionalOnly += draft.regular == null ? 1 : 0;
    weighed += draft.unit != null && draft.unit.decimals() > 0 ? 1 : 0;
    withoutBarcode += draft.barcodes.isEmpty() ? 1 : 0;
    if (draft.regular != null
        && draft.promotional != null
        && rules.both() == Both.PROMOTION
        && draft.promotional.compareTo(draft.regular) < 0) {
      promotions.add(promotion(draft, Money.of(currency, draft.promotional)));
    }
  }

  private BigDecimal price(Draft draft) {
    if (draft.regular == null) {
      return Objects.requireNonNull(draft.promotional);
    }
    return rules.both() == Both.LOWER && draft.promotional != null
        ? draft.regular.min(draft.promotional)
        : draft.regular;
  }

  private Promotion promotion(Draft draft, Money price) {
    return new Promotion(
        ImportedPromotions.code(rules.zone(), rules.from(), draft.code),
        rules.promotionName(),
        new Validity(
            rules.from(),
            rules.promotionUntil(),
            List.of(),
            null,
            null,
            rules.zone() == null ? List.of() : List.of(rules.zone())),
        0,
        false,
        null,
        null,
        Selection.ofItems(draft.code),
        new Reward.FixedPrice(price));
  }
}

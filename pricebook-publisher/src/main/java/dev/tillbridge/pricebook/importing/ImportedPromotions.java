package dev.tillbridge.pricebook.importing;

import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricebook.Promotion;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The promotions that an import makes of promotional prices, and which of them the next replaces.
 */
final class ImportedPromotions {

  private static final String PREFIX = "special";

  private ImportedPromotions() {}

  static String code(@Nullable String zone, @Nullable LocalDateTime from, String item) {
    return PREFIX
        + (zone == null ? "" : "@" + zone)
        + (from == null ? "" : "@" + from)
        + ":"
        + item;
  }

  /** Whether a list of items replaces it: made by an import, for everywhere, begun. */
  static boolean replacedByList(Promotion promotion, LocalDateTime now) {
    LocalDateTime from = promotion.validity().from();
    return madeByImport(promotion)
        && promotion.validity().zones().isEmpty()
        && (from == null || !from.isAfter(now));
  }

  /** Whether a list of prices for this zone and date replaces it. */
  static boolean replacedByPoint(Promotion promotion, PricePoint point) {
    List<String> zones = point.zone() == null ? List.of() : List.of(point.zone());
    return madeByImport(promotion)
        && promotion.validity().zones().equals(zones)
        && Objects.equals(promotion.validity().from(), point.from());
  }

  /** Whether an import made it, so that it is not the admin's own. */
  static boolean madeByImport(Promotion promotion) {
    return promotion.code().startsWith(PREFIX + ":") || promotion.code().startsWith(PREFIX + "@");
  }
}

package dev.tillbridge.pricebook.importing;

import dev.tillbridge.model.pricebook.Promotion;
import org.jspecify.annotations.Nullable;

/** The codes of promotions that an import makes of promotional prices. */
public final class ImportedPromotions {

  private static final String PREFIX = "special";

  private ImportedPromotions() {}

  static String code(@Nullable String zone, String item) {
    return PREFIX + (zone == null ? "" : "@" + zone) + ":" + item;
  }

  /** Whether an import without a zone made it, so that the next one replaces it. */
  public static boolean madeByImport(Promotion promotion) {
    return promotion.code().startsWith(PREFIX + ":");
  }
}

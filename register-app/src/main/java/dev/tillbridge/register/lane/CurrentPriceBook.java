package dev.tillbridge.register.lane;

import dev.tillbridge.model.pricebook.PriceBook;
import java.util.Optional;

/** The price book in force on this register now. Any thread may ask, and it answers at once. */
@FunctionalInterface
public interface CurrentPriceBook {

  /** Empty until the first complete book has come. */
  Optional<PriceBook> current();
}

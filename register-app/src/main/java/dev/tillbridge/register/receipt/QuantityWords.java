package dev.tillbridge.register.receipt;

import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.TicketLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a line's quantity counts, on screen and paper. */
public final class QuantityWords {

  private QuantityWords() {}

  /**
   * The unit of the line's quantity, null when it has none. A label with a price counts labels,
   * whatever its item is sold by.
   *
   * @param units by item code
   */
  public static @Nullable String unit(TicketLine line, Map<String, String> units) {
    PriceBasis basis = line.basis();
    boolean priced = basis != null && basis.embedded() == EmbeddedBarcode.Carries.PRICE;
    return priced ? null : units.get(line.item());
  }
}

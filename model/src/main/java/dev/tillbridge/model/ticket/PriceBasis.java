package dev.tillbridge.model.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tillbridge.model.pricebook.EmbeddedBarcode;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which of an item's prices a line has.
 *
 * @param zone of the price, null for the price everywhere
 * @param from when that price began, null for always
 * @param embedded what the barcode itself carried, null for nothing: with PRICE the unit price is
 *     the barcode's, with WEIGHT the quantity is
 */
@JsonPropertyOrder({"zone", "from", "embedded"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceBasis(
    @Nullable String zone,
    @Nullable LocalDateTime from,
    EmbeddedBarcode.@Nullable Carries embedded) {

  /** The item's own price, everywhere and always. */
  public static final PriceBasis PLAIN = new PriceBasis(null, null, null);
}

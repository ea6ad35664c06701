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
 * @param event id of the event whose price it is, null for the price book's
 */
@JsonPropertyOrder({"zone", "from", "embedded", "event"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceBasis(
    @Nullable String zone,
    @Nullable LocalDateTime from,
    EmbeddedBarcode.@Nullable Carries embedded,
    @Nullable String event) {

  /** A price of the price book. */
  public PriceBasis(
      @Nullable String zone,
      @Nullable LocalDateTime from,
      EmbeddedBarcode.@Nullable Carries embedded) {
    this(zone, from, embedded, null);
  }

  /** The item's own price, everywhere and always. */
  public static final PriceBasis PLAIN = new PriceBasis(null, null, null);
}

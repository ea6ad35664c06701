package dev.tillbridge.pricebook.terms;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.mapping.InvalidMapping;
import dev.tillbridge.pricebook.mapping.StrictYaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads a terms file; config/sample-promotions.yaml explains its keys. */
public final class TermsFile {

  private record Entries(
      @Nullable String currency,
      List<TaxEntry> taxes,
      List<ZoneEntry> zones,
      List<EmbeddedEntry> embeddedBarcodes,
      List<PromotionEntry> promotions) {

    Entries {
      taxes = taxes == null ? List.of() : List.copyOf(taxes);
      zones = zones == null ? List.of() : List.copyOf(zones);
      embeddedBarcodes = embeddedBarcodes == null ? List.of() : List.copyOf(embeddedBarcodes);
      promotions = promotions == null ? List.of() : List.copyOf(promotions);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record CurrencyOnly(@Nullable String currency) {}

  private TermsFile() {}

  /**
   * Reads it.
   *
   * @throws InvalidMapping naming line, key and what is allowed
   * @throws IOException when it cannot be read
   */
  public static List<BookValue> read(Path file, CurrencyUnit currency) throws IOException {
    Entries entries = new StrictYaml(MoneyInFile.module(currency)).read(file, Entries.class);
    if (entries.currency() != null && !entries.currency().equals(currency.getCode())) {
      throw new InvalidMapping(
          "%s: its currency is %s, the book's is %s. It was not used."
              .formatted(file, entries.currency(), currency));
    }
    List<BookValue> values = new ArrayList<>();
    entries.taxes().forEach(tax -> values.add(tax.taxCategory()));
    entries.zones().forEach(zone -> values.add(zone.zone()));
    entries.embeddedBarcodes().forEach(barcode -> values.add(barcode.embeddedBarcode()));
    entries.promotions().forEach(promotion -> values.add(promotion.promotion()));
    requireOneMeaning(file, values);
    return values;
  }

  /** The currency it names, null when it names none; nothing else of it is checked. */
  public static @Nullable String currency(Path file) throws IOException {
    return new StrictYaml().read(file, CurrencyOnly.class).currency();
  }

  private static void requireOneMeaning(Path file, List<BookValue> values) {
    Set<String> keys = new HashSet<>();
    Map<String, String> zoneByStore = new HashMap<>();
    for (BookValue value : values) {
      if (!keys.add(value.bookKey())) {
        throw new InvalidMapping(
            file + ": \"" + value.bookKey() + "\" is twice in it. It was not used.");
      }
      if (value instanceof BookValue.Zone zone) {
        for (String store : zone.stores()) {
          String other = zoneByStore.put(store, zone.code());
          if (other != null) {
            throw new InvalidMapping(
                "%s: store %s is in zone %s and in zone %s; a store is in one at most."
                    .formatted(file, store, other, zone.code()));
          }
        }
      }
    }
    if (values.isEmpty()) {
      throw new InvalidMapping(
          file + " says nothing: taxes, zones, embedded-barcodes or promotions. It was not used.");
    }
  }
}

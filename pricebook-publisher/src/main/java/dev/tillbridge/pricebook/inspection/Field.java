package dev.tillbridge.pricebook.inspection;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a column can hold, and parts of the words its heading has in some languages. */
enum Field {
  BARCODES(
      "barcodes",
      List.of("barkod", "bar kod", "bar-kod", "barcode", "ean", "gtin", "upc", "strichcode")),
  PROMOTIONAL_PRICE(
      "promotional-price",
      List.of("poseb", "akcij", "promo", "special", "sale", "aktion", "akcn", "offer", "oferta")),
  PRICE(
      "price",
      List.of(
          "maloprodajna",
          "mpc",
          "cijena",
          "cena",
          "price",
          "preis",
          "prix",
          "precio",
          "prezzo",
          "preco",
          "pris",
          "hinta")),
  CODE(
      "code",
      List.of(
          "sifra",
          "code",
          "sku",
          "plu",
          "item no",
          "item number",
          "artikelnummer",
          "artikelnr",
          "artikl id",
          "codigo",
          "codice",
          "kod",
          "numer",
          "article",
          "id")),
  NAME(
      "name",
      List.of(
          "naziv",
          "name",
          "description",
          "bezeichnung",
          "artikel",
          "produkt",
          "product",
          "nombre",
          "nom",
          "libelle",
          "descri",
          "nazev",
          "nazwa",
          "opis",
          "item")),
  CATEGORY(
      "category",
      List.of("kategori", "categor", "grup", "warengruppe", "skupina", "department", "famil")),
  UNIT("unit", List.of("jedinica", "unit", "einheit", "uom", "jm", "jednotka", "mera", "unidad")),
  TAX("tax", List.of("pdv", "vat", "tax", "mwst", "ust", "iva", "tva", "dph", "porez", "stopa"));

  /** Words of prices that are not what a customer pays: per unit, lowest of 30 days, at a date. */
  private static final List<String> OTHER_PRICES =
      List.of(
          "za jedinicu",
          "per unit",
          "unit price",
          "unit_price",
          "grundpreis",
          "najni",
          "lowest",
          "30",
          "sidren",
          "anchor",
          "niedrig",
          "nabavn",
          "cost",
          "einkauf");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[\\s_.]+");

  final String key;
  private final List<String> words;

  Field(String key, List<String> words) {
    this.key = key;
    this.words = words;
  }

  /** 2 when the heading begins with one of its words, 1 when it has one inside, else 0. */
  int likeness(String heading) {
    String plain = plain(heading);
    if ((this == PRICE || this == PROMOTIONAL_PRICE || this == UNIT)
        && OTHER_PRICES.stream().anyMatch(plain::contains)) {
      return 0;
    }
    int best = 0;
    for (String word : words) {
      boolean inside =
          word.length() > 3 ? plain.contains(word) : (" " + plain + " ").contains(" " + word + " ");
      if (inside) {
        best = Math.max(best, plain.startsWith(word) ? 2 : 1);
      }
    }
    return best;
  }

  private static String plain(String heading) {
    String lower = heading.strip().toLowerCase(Locale.ROOT).replace('đ', 'd').replace('ł', 'l');
    String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return BETWEEN.matcher(bare).replaceAll(" ");
  }
}

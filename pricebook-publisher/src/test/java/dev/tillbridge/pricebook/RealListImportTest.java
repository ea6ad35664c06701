package dev.tillbridge.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.importing.CharsetGuess;
import dev.tillbridge.pricebook.importing.ImportedList;
import dev.tillbridge.pricebook.importing.PriceListImport;
import dev.tillbridge.pricebook.inspection.ProposedMapping;
import dev.tillbridge.pricebook.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Price lists of real supermarkets by the mappings shipped; folder: -Dtillbridge.data. */
final class RealListImportTest {

  private static final Path MAPPINGS = Path.of("..", "config", "mappings");
  private static final Path LISTS =
      Path.of(System.getProperty("tillbridge.data", "../../shared/data"), "price-lists");
  private static final String KONZUM = "konzum-2025-12.csv";
  private static final String FIRST_NIGHT = "lidl-104-2026-01-22.csv";
  private static final String SECOND_NIGHT = "lidl-104-2026-01-23.csv";

  private static final String[] CHANGED_CODES = {
    "0000372", "0000787", "0001545", "0001889", "0003992", "0013166", "0080088", "0080192",
    "0081540", "0082423", "0082720", "0082876", "0090455", "0116127", "0135488", "0144382",
    "0150305", "0163723", "0171973", "0179863", "0190272", "0207700", "0213528", "0226239",
    "1009184", "1009307", "1012881", "1013252", "5581087", "6017284", "6702328", "6904332",
    "6906164", "6907018", "6908147", "6908416", "6908417", "6908924", "6909042", "6909662",
    "6909690", "7308876", "7804738"
  };

  @Test
  void konzumsListIsTakenButForTheOnePriceWithThreeDecimals() throws IOException {
    ImportedList imported = read(KONZUM, "konzum.yaml");

    assertThat(imported.badRows())
        .singleElement()
        .hasToString(
            "line 10649, price \"4.589\": EUR has 2 decimals; prices are not rounded here");
    assertThat(imported.warnings()).isEmpty();
    assertThat(imported.counts())
        .isEqualTo(new ImportedList.Counts(12_622, 12_621, 12_445, 0, 1_617, 501, 176, 1, 1));
    assertThat(items(imported)).hasSize(12_621);
  }

  @Test
  void lidlsRowsBecomeOneItemPerCode() throws IOException {
    ImportedList first = read(FIRST_NIGHT, "lidl.yaml");
    ImportedList second = read(SECOND_NIGHT, "lidl.yaml");

    assertThat(first.badRows()).isEmpty();
    assertThat(first.warnings()).hasSize(645);
    assertThat(first.counts())
        .isEqualTo(new ImportedList.Counts(12_894, 6_191, 11_983, 0, 72, 108, 130, 0, 0));
    assertThat(second.badRows()).isEmpty();
    assertThat(second.warnings()).hasSize(654);
    assertThat(second.counts())
        .isEqualTo(new ImportedList.Counts(12_918, 6_204, 12_006, 0, 74, 108, 131, 0, 0));
  }

  @Test
  void secondNightDiffersInExactlyTheItemsThatChanged() throws IOException {
    Map<String, BookValue.Item> first = items(read(FIRST_NIGHT, "lidl.yaml"));
    Map<String, BookValue.Item> second = items(read(SECOND_NIGHT, "lidl.yaml"));

    Set<String> changed = new TreeSet<>();
    second.forEach((code, item) -> {
      if (first.containsKey(code) && !first.get(code).equals(item)) {
        changed.add(code);
      }
    });

    assertThat(changed).containsExactly(CHANGED_CODES);
    assertThat(without(second.keySet(), first.keySet())).hasSize(14);
    assertThat(without(first.keySet(), second.keySet())).hasSize(1);
  }

  @Test
  void secondNightHas25NewBarcodesAnd2GoneAnd75AtAnotherPrice() throws IOException {
    Map<String, BookValue.Item> first = byBarcode(read(FIRST_NIGHT, "lidl.yaml"));
    Map<String, BookValue.Item> second = byBarcode(read(SECOND_NIGHT, "lidl.yaml"));

    long otherPrice =
        second.entrySet().stream()
            .filter(entry -> {
              BookValue.Item before = first.get(entry.getKey());
              return before != null && !before.price().equals(entry.getValue().price());
            })
            .count();

    assertThat(without(second.keySet(), first.keySet())).hasSize(25);
    assertThat(without(first.keySet(), second.keySet())).hasSize(2);
    // the list's 76th row with another price has no barcode
    assertThat(otherPrice).isEqualTo(75);
  }

  @ParameterizedTest
  @ValueSource(strings = {FIRST_NIGHT, SECOND_NIGHT})
  void charsetOfLidlsListsIsFound(String name) throws IOException {
    assertThat(CharsetGuess.of(list(name)).charset().name()).isEqualTo("windows-1250");
  }

  @Test
  void charsetOfKonzumsListIsFound() throws IOException {
    assertThat(CharsetGuess.of(list(KONZUM)).charset().name()).isEqualTo("UTF-8");
  }

  @Test
  void proposedMappingImportsKonzumOnceTheBadRowIsTolerated() throws IOException {
    String proposed = ProposedMapping.of(list(KONZUM)).replace("tolerance: 0", "tolerance: 1");

    ImportedList imported = read(KONZUM, Mapping.parse(proposed, "proposed"));

    assertThat(items(imported)).isEqualTo(items(read(KONZUM, "konzum.yaml")));
  }

  @ParameterizedTest
  @ValueSource(strings = {FIRST_NIGHT, SECOND_NIGHT})
  void proposedMappingImportsLidlAsItIsButForUnits(String name) throws IOException {
    ImportedList imported = read(name, Mapping.parse(ProposedMapping.of(list(name)), "proposed"));

    assertThat(items(imported))
        .isEqualTo(
            items(read(name, "lidl.yaml")).values().stream()
                .map(RealListImportTest::withoutUnit)
                .collect(Collectors.toMap(BookValue.Item::code, Function.identity())));
  }

  private static BookValue.Item withoutUnit(BookValue.Item item) {
    return new BookValue.Item(
        item.code(),
        item.name(),
        item.price(),
        item.taxCategory(),
        item.barcodes(),
        item.category(),
        null,
        item.schedule());
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private static Map<String, BookValue.Item> items(ImportedList imported) {
    assertThat(imported).as(imported.badRows().toString()).isInstanceOf(ImportedList.Taken.class);
    return ((ImportedList.Taken) imported)
        .values().stream()
            .filter(BookValue.Item.class::isInstance)
            .map(BookValue.Item.class::cast)
            .collect(Collectors.toMap(BookValue.Item::code, Function.identity()));
  }

  private static Map<String, BookValue.Item> byBarcode(ImportedList imported) {
    Map<String, BookValue.Item> found = new HashMap<>();
    items(imported).values().forEach(item -> item.barcodes().forEach(b -> found.put(b, item)));
    return found;
  }

  private static ImportedList read(String list, String mapping) throws IOException {
    return read(list, Mapping.read(MAPPINGS.resolve(mapping)));
  }

  private static ImportedList read(String list, Mapping mapping) throws IOException {
    return PriceListImport.read(list(list), mapping, CurrencyUnit.EUR);
  }

  private static Path list(String name) {
    Path file = LISTS.resolve(name);
    assumeThat(file)
        .as(
            "no real price list at %s; give its folder with -Dtillbridge.data",
            file.toAbsolutePath())
        .exists();
    return file;
  }
}

package dev.tillbridge.it.bench;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.importing.ImportedList;
import dev.tillbridge.pricebook.importing.PriceListImport;
import dev.tillbridge.pricebook.mapping.Mapping;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** A made-up book as a supplier's file of its items, and the rest of it beside. */
final class SampleList {

  private static final String MAPPING =
      """
      currency: %s
      file:
        charset: UTF-8
        delimiter: ";"
        header-line: 1
      columns:
        code: code
        name: name
        price: price
        tax: tax
        barcodes: barcodes
        category: category
      tax:
        by-value: {"STANDARD": STANDARD}
      rows:
        tolerance: 0
      """;

  private final Path file;
  private final Path mapping;
  private final CurrencyUnit currency;
  private final List<BookValue> others;

  private SampleList(Path folder, CurrencyUnit currency, List<BookValue> others) {
    this.file = folder.resolve("list.csv");
    this.mapping = folder.resolve("list.yaml");
    this.currency = currency;
    this.others = others;
  }

  /** Writes the book's items to a file in the folder. */
  static SampleList write(Path folder, CurrencyUnit currency, List<BookValue> book)
      throws IOException {
    List<BookValue> others =
        book.stream().filter(value -> !(value instanceof BookValue.Item)).toList();
    SampleList list = new SampleList(folder, currency, others);
    Files.createDirectories(folder);
    Files.writeString(list.mapping, MAPPING.formatted(currency.getCode()));
    try (BufferedWriter out = Files.newBufferedWriter(list.file)) {
      out.write("code;name;price;tax;barcodes;category\n");
      for (BookValue value : book) {
        if (value instanceof BookValue.Item item) {
          out.write(row(item));
        }
      }
    }
    return list;
  }

  private static String row(BookValue.Item item) {
    return "%s;%s;%s;%s;%s;%s%n"
        .formatted(
            item.code(),
            item.name(),
            item.price().getAmount().toPlainString(),
            item.taxCategory(),
            item.barcodes().getFirst(),
            item.category());
  }

  /** Reads the file as an import does, and gives the whole book. */
  List<BookValue> read() throws IOException {
    return switch (PriceListImport.read(file, Mapping.read(mapping), currency)) {
      case ImportedList.Taken taken -> {
        List<BookValue> book = new ArrayList<>(taken.values());
        book.addAll(others);
        yield book;
      }
      case ImportedList.Refused refused ->
          throw new IllegalStateException("The list is refused: " + refused.counts());
    };
  }
}

package dev.tillbridge.pricebook.importing;

import dev.tillbridge.pricebook.mapping.Mapping;
import dev.tillbridge.pricebook.pricelist.BadRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads a supplier's price list by its mapping. */
public final class PriceListImport {

  /** A book has at most so many promotions. */
  public static final int PROMOTIONS_MAX = 10_000;

  private final Mapping mapping;
  private final CurrencyUnit currency;
  private final Problems problems = new Problems();
  private final Barcodes barcodes;
  private final Drafts drafts;
  private @Nullable Places places;
  private @Nullable Fields fields;
  private @Nullable UnreadableList unreadable;
  private long rows;

  private PriceListImport(Mapping mapping, CurrencyUnit currency) {
    this.mapping = mapping;
    this.currency = currency;
    this.barcodes = new Barcodes(mapping.barcodes(), problems);
    this.drafts = new Drafts(mapping.rows().sameCode(), barcodes, problems);
  }

  /**
   * Reads a whole list.
   *
   * @throws IOException when the file cannot be read
   */
  public static ImportedList read(Path file, Mapping mapping, CurrencyUnit currency)
      throws IOException {
    PriceListImport reader = new PriceListImport(mapping, currency);
    try {
      SourceFile.read(file, mapping.file(), reader::take);
      if (reader.unreadable != null) {
        throw reader.unreadable;
      }
      return reader.result();
    } catch (UnreadableList e) {
      BadRow where = e.where();
      reader.problems.bad(where.line(), where.field(), where.value(), where.reason());
      return reader.refused(Values.of(List.of(), mapping, currency));
    }
  }

  private boolean take(Row row) {
    try {
      if (fields == null || places == null) {
        boolean heading = mapping.file().headerLine() > 0;
        places = Places.of(mapping.columns(), heading ? row : null);
        fields = new Fields(mapping, places, currency, problems);
        if (heading) {
          return true;
        }
      }
    } catch (UnreadableList e) {
      unreadable = e;
      return false;
    }
    rows++;
    read(row, fields, places);
    return true;
  }

  private void read(Row row, Fields reader, Places columns) {
    int cells = row.cells().size();
    if (cells > columns.width() || (cells < columns.width() && !row.mayBeShort())) {
      problems.bad(
          row.line(),
          "row",
          String.join(" | ", row.cells().subList(0, Math.min(cells, 4))) + " ...",
          "it has %d cells, %d are expected; a delimiter inside a cell needs quotes"
              .formatted(cells, columns.width()));
      return;
    }
    Draft draft = reader.read(row);
    List<String> itsBarcodes = barcodes.read(row, columns.barcodes(), draft.code);
    if (!problems.isBad(row.line())) {
      drafts.add(draft, itsBarcodes);
    }
  }

  private ImportedList result() {
    Values values = Values.of(drafts.settled(), mapping, currency);
    if (values.items() == 0 && problems.badRows() == 0) {
      problems.bad(1, "rows", "", "the list has no items");
    }
    if (values.promotions() > PROMOTIONS_MAX) {
      problems.bad(
          1,
          "promotional-price",
          "%,d promotions".formatted(values.promotions()),
          "a book has at most %,d; both: lower or ignore makes none".formatted(PROMOTIONS_MAX));
      return refused(values);
    }
    long tolerated = mapping.rows().tolerated(rows);
    if (problems.badRows() > tolerated || values.items() == 0) {
      return refused(values);
    }
    return new ImportedList.Taken(
        values.all(),
        values.counts(rows, problems.badRows(), tolerated),
        problems.bad(),
        problems.warnings());
  }

  private ImportedList refused(Values values) {
    return new ImportedList.Refused(
        values.counts(rows, problems.badRows(), mapping.rows().tolerated(rows)),
        problems.bad(),
        problems.warnings());
  }
}

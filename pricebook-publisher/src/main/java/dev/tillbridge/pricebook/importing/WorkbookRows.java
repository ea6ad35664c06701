package dev.tillbridge.pricebook.importing;

import dev.tillbridge.pricebook.mapping.FileLayout;
import dev.tillbridge.pricebook.pricelist.BadRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Rows of a sheet of an XLSX workbook; numbers are written with a decimal point. */
final class WorkbookRows {

  private WorkbookRows() {}

  static void read(Path file, FileLayout layout, RowTaker taker)
      throws IOException, UnreadableList {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<org.dhatim.fastexcel.reader.Row> rows = sheet(workbook, layout).openStream()) {
      Iterator<org.dhatim.fastexcel.reader.Row> all = rows.iterator();
      long count = 0;
      boolean more = true;
      while (more && all.hasNext()) {
        org.dhatim.fastexcel.reader.Row written = all.next();
        if (written.getRowNum() < layout.headerLine()) {
          continue;
        }
        TextRows.requireRoom(++count, written.getRowNum());
        Row row = row(written);
        more = row.isBlank() || taker.take(row);
      }
    } catch (ExcelReaderException e) {
      throw new UnreadableList(
          new BadRow(1, "file", "", "it is no XLSX workbook: " + e.getMessage()));
    }
  }

  private static Sheet sheet(ReadableWorkbook workbook, FileLayout layout) throws UnreadableList {
    List<Sheet> sheets = workbook.getSheets().toList();
    String wanted = layout.sheet() == null ? "1" : layout.sheet();
    Optional<Sheet> named =
        sheets.stream().filter(sheet -> sheet.getName().strip().equals(wanted.strip())).findFirst();
    if (named.isPresent()) {
      return named.get();
    }
    if (wanted.matches("[0-9]{1,3}")
        && Integer.parseInt(wanted) >= 1
        && Integer.parseInt(wanted) <= sheets.size()) {
      return sheets.get(Integer.parseInt(wanted) - 1);
    }
    String names = sheets.stream().map(Sheet::getName).collect(Collectors.joining(", "));
    throw new UnreadableList(
        new BadRow(1, "sheet", wanted, "the workbook has no such sheet; it has " + names));
  }

  private static Row row(org.dhatim.fastexcel.reader.Row written) {
    List<String> cells = new ArrayList<>(written.getCellCount());
    BitSet numbers = new BitSet();
    for (int i = 0; i < written.getCellCount(); i++) {
      @Nullable Cell cell = written.hasCell(i) ? written.getCell(i) : null;
      @Nullable String number = cell == null ? null : number(cell);
      numbers.set(i, number != null);
      if (number != null) {
        cells.add(number);
      } else {
        cells.add(cell == null || cell.getRawValue() == null ? "" : text(cell));
      }
    }
    return new Row(written.getRowNum(), cells, numbers);
  }

  private static String text(Cell cell) {
    return cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
  }

  private static @Nullable String number(Cell cell) {
    boolean mayBe = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
    if (!mayBe || cell.getRawValue() == null) {
      return null;
    }
    try {
      // a workbook writes binary fractions in 17 digits: 1.1 is 1.1000000000000001 there
      double value = Double.parseDouble(cell.getRawValue());
      String plain = new BigDecimal(Double.toString(value)).toPlainString();
      return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    } catch (NumberFormatException e) {
      return null; // a formula whose result is a text
    }
  }
}

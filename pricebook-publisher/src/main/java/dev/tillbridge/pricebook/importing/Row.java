package dev.tillbridge.pricebook.importing;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is written.
 *
 * @param line of the file from 1; of a cell over several lines the first
 * @param numbers columns that a spreadsheet holds as numbers, so their decimal sign is a point
 *     whatever the mapping says; null for a text file
 */
public record Row(long line, List<String> cells, @Nullable BitSet numbers) {

  /** The cell without blanks around it; empty when there is none. */
  public String cell(int column) {
    return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
  }

  /** Whether nothing is written in it. */
  public boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  boolean isNumber(int column) {
    return column >= 0 && numbers != null && numbers.get(column);
  }

  /** Whether cells at its end may be missing, as a spreadsheet leaves out empty ones. */
  boolean mayBeShort() {
    return numbers != null;
  }
}

package dev.tillbridge.pricebook.inspection;

import dev.tillbridge.pricebook.importing.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column holds what, by heading words and by content. */
final class ColumnGuess {

  private static final double HEADING_WEIGHT = 2;
  private static final double ENOUGH = 1.2;

  private record Candidate(Field field, int column, double likeness) {}

  private final List<ColumnContent> columns = new ArrayList<>();
  private final Map<Field, Integer> byField = new EnumMap<>(Field.class);

  ColumnGuess(Sample sample) {
    int width = sample.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    Row heading = sample.heading();
    for (int i = 0; i < width; i++) {
      ColumnContent content = new ColumnContent(heading == null ? "" : heading.cell(i));
      for (Row row : sample.rows()) {
        content.add(row.cell(i));
      }
      columns.add(content);
    }
    choose(sample.rows().size());
  }

  Optional<ColumnContent> content(Field field) {
    return Optional.ofNullable(byField.get(field)).map(columns::get);
  }

  int place(Field field) {
    return byField.getOrDefault(field, -1);
  }

  boolean has(Field field) {
    return byField.containsKey(field);
  }

  /** How the mapping names it: by heading, or by number where the heading is empty or not alone. */
  String name(Field field) {
    int place = place(field);
    String heading = columns.get(place).heading;
    long same = columns.stream().filter(column -> column.heading.equals(heading)).count();
    return heading.isEmpty() || same > 1 ? "" + (place + 1) : heading;
  }

  private void choose(int rows) {
    List<Candidate> candidates = new ArrayList<>();
    for (Field field : Field.values()) {
      for (int i = 0; i < columns.size(); i++) {
        int words = field.likeness(columns.get(i).heading);
        double content = columns.get(i).likeness(field, rows);
        boolean needsWords = field.ordinal() >= Field.CATEGORY.ordinal();
        boolean promotional = field == Field.PROMOTIONAL_PRICE;
        if (content > 0 && (words > 0 || !(needsWords || promotional))) {
          candidates.add(new Candidate(field, i, HEADING_WEIGHT * words + content));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble((Candidate candidate) -> -candidate.likeness)
            .thenComparingInt(Candidate::column));
    Set<Integer> taken = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (candidate.likeness >= ENOUGH
          && !byField.containsKey(candidate.field)
          && taken.add(candidate.column)) {
        byField.put(candidate.field, candidate.column);
      }
    }
  }
}

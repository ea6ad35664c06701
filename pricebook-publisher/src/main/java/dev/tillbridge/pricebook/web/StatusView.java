package dev.tillbridge.pricebook.web;

import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.desk.Status;
import dev.tillbridge.pricebook.records.RegisterBook;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status as the page shows it.
 *
 * @param forAll null before the first publish
 * @param trial null when none is running
 * @param away why nothing is known of the registers, empty when it is
 */
public record StatusView(
    @Nullable Manifest forAll, @Nullable Manifest trial, String away, List<Row> rows, Words words) {

  /**
   * A register.
   *
   * @param whyNot why it does not ring with the book meant for it, empty when it does
   */
  public record Row(String register, String has, String since, String whyNot, String heard) {
    public boolean isBehind() {
      return !whyNot.isEmpty();
    }
  }

  static StatusView of(Status status, Words words) {
    return new StatusView(
        status.books().forAll().orElse(null),
        status.books().trial().orElse(null),
        status.registers() instanceof Status.Registers.Away(String reason) ? reason : "",
        status.registers() instanceof Status.Registers.Heard(List<RegisterBook> registers)
            ? registers.stream()
                .map(register -> row(register, status, words))
                .sorted(Comparator.comparing(row -> !row.isBehind()))
                .toList()
            : List.of(),
        words);
  }

  private static Row row(RegisterBook register, Status status, Words words) {
    Long version = register.version();
    Instant since = register.since();
    Instant heard = register.heardAt();
    return new Row(
        register.store() + "-" + register.register(),
        version == null ? "no price book" : "version " + version,
        since == null ? "" : words.time(since),
        status.whyNot(register).map(Words::onScreen).orElse(""),
        heard == null ? "never" : words.ago(heard));
  }

  /** Registers that do not ring with the book meant for them. */
  public long behind() {
    return rows.stream().filter(Row::isBehind).count();
  }
}

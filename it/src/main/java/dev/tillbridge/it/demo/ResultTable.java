package dev.tillbridge.it.demo;

import dev.tillbridge.it.reconciliation.Reconciliation;
import dev.tillbridge.it.replay.ReplayResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** A replay's result for people. */
record ResultTable(ReplayResult result) {

  private static final int EXAMPLES_MAX = 10;

  String text() {
    Reconciliation found = result.reconciliation();
    StringBuilder text = new StringBuilder();
    text.append(line("", "tickets", "lines", "net"));
    text.append(
        line("file", result.file().invoiceCount(), result.file().rows(), result.file().net()));
    text.append(line("refused", "", result.file().refusedRows(), result.file().refusedNet()));
    result
        .file()
        .refused()
        .forEach((reason, rows) -> text.append(line("  " + reason, "", rows.size(), "")));
    text.append(figures("rung at the registers", found.rung()));
    text.append(figures("in HQ's books", found.hq()));
    text.append(
        "%nledger balanced: %s   lost: %d   duplicated: %d   altered: %d%n"
            .formatted(
                found.balanced() ? "yes" : "NO",
                found.lost().size(),
                found.duplicated().size(),
                found.altered().size()));
    text.append(examples("lost", found.lost()));
    text.append(examples("duplicated", found.duplicated()));
    text.append(examples("altered", found.altered()));
    text.append(
        "%d cuts, %d kills, %s s%n%s%n"
            .formatted(result.cuts(), result.kills(), result.seconds(), verdict()));
    return text.toString();
  }

  private String verdict() {
    if (result.isExact()) {
      return "HQ's books equal the file.";
    }
    return result.addsUp()
        ? "HQ's books DO NOT equal the registers' journals."
        : "What was rung and what was refused DO NOT add up to the file.";
  }

  private static String figures(String name, Reconciliation.Figures figures) {
    return line(name, figures.tickets(), figures.lines(), figures.net());
  }

  private static String examples(String name, List<String> found) {
    StringBuilder text = new StringBuilder();
    found.stream()
        .limit(EXAMPLES_MAX)
        .forEach(
            example -> text.append("  ").append(name).append(": ").append(example).append('\n'));
    if (found.size() > EXAMPLES_MAX) {
      text.append("  ... and %,d more%n".formatted(found.size() - EXAMPLES_MAX));
    }
    return text.toString();
  }

  private static String line(String name, Object tickets, Object lines, Object net) {
    return "%-52s %8s %8s %14s%n".formatted(name, text(tickets), text(lines), text(net));
  }

  private static String text(Object value) {
    return switch (value) {
      case Integer count -> String.format(Locale.ROOT, "%,d", count);
      case BigDecimal amount -> String.format(Locale.ROOT, "%,.2f", amount);
      default -> value.toString();
    };
  }
}

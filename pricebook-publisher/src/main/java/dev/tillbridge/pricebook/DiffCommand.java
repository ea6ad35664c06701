package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.comparison.Change;
import dev.tillbridge.pricebook.comparison.Comparison;
import dev.tillbridge.pricebook.comparison.ComparisonCsv;
import dev.tillbridge.pricebook.desk.Compared;
import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.proposal.Proposal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pricebook diff [PROPOSAL | VERSION VERSION]}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a proposal changes against the published book, or what differs between two",
      "versions. Without a number: the newest open proposal."
    })
final class DiffCommand extends DeskCommand {

  @Parameters(arity = "0..2", paramLabel = "PROPOSAL | VERSION VERSION")
  private List<Long> numbers = List.of();

  @Option(names = "--csv", paramLabel = "FILE", description = "Writes every change to this file.")
  private @Nullable Path csv;

  @Option(
      names = "--lines",
      paramLabel = "N",
      description = "So many lines of each kind at most. Default: ${DEFAULT-VALUE}.")
  private int lines = 20;

  DiffCommand(Clock clock) {
    super(clock);
  }

  @Override
  int at(PriceDesk desk) throws Exception {
    Compared compared =
        numbers.size() == 2
            ? desk.diff(numbers.getFirst(), numbers.getLast())
            : desk.diff(numbers.isEmpty() ? newest(desk) : Math.toIntExact(numbers.getFirst()));
    print(compared, desk.settings().approval().percent());
    if (csv != null) {
      ComparisonCsv.write(csv, compared.comparison());
      out().println("All changes are in " + csv.toAbsolutePath() + ".");
    }
    return 0;
  }

  private static int newest(PriceDesk desk) {
    return desk.proposals().stream()
        .filter(proposal -> !proposal.state().isFinished())
        .findFirst()
        .map(Proposal::number)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no open proposal. Name one, or two versions: pricebook diff 7 8."));
  }

  private void print(Compared compared, int outlierPercent) {
    Comparison comparison = compared.comparison();
    out()
        .println(
            "From %s to %s: %,d new, %,d changed, %,d gone; %,d prices change."
                .formatted(
                    compared.was(),
                    compared.now(),
                    comparison.count(Change.Kind.NEW),
                    comparison.count(Change.Kind.CHANGED),
                    comparison.count(Change.Kind.GONE),
                    comparison.byMoney().size()));
    section(
        "Outliers, %d %% or more".formatted(outlierPercent), comparison.outliers(outlierPercent));
    section("Largest changes of price", comparison.byMoney());
    section("Promotions, taxes, zones and other terms", comparison.terms());
    section(
        "Other changes of items",
        comparison.changes().stream().filter(c -> c.isItem() && c.prices().isEmpty()).toList());
  }

  private void section(String title, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    out().println(title + ": " + "%,d".formatted(changes.size()));
    changes.stream().limit(lines).forEach(this::line);
    if (changes.size() > lines) {
      out().println("  and %,d more (--lines, --csv)".formatted(changes.size() - lines));
    }
  }

  private void line(Change change) {
    out().println("  " + change.title() + ": " + String.join("; ", change.words()));
  }
}

package dev.tillbridge.pricebook;

import dev.tillbridge.broker.topic.LoggedVersion;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.desk.PriceDesk;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pricebook versions}. */
@Command(
    name = "versions",
    mixinStandardHelpOptions = true,
    description = "Lists the published versions that HQ keeps, the newest first.")
final class VersionsCommand extends DeskCommand {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Option(
      names = "--lines",
      paramLabel = "N",
      description = "So many at most. Default: ${DEFAULT-VALUE}.")
  private int lines = 30;

  VersionsCommand(Clock clock) {
    super(clock);
  }

  @Override
  int at(PriceDesk desk) {
    List<LoggedVersion> versions = desk.versions();
    if (versions.isEmpty()) {
      out().println("HQ keeps no version yet: the next publish is the first that it keeps.");
    }
    versions.reversed().stream().limit(lines).forEach(v -> print(v.manifest(), desk));
    return 0;
  }

  private void print(Manifest m, PriceDesk desk) {
    out()
        .println(
            "%6d  %s  by %s, %,d values%s%s"
                .formatted(
                    m.version(),
                    MINUTES.format(m.publishedAt().atZone(desk.settings().zone())),
                    m.publishedBy(),
                    m.count(),
                    m.note() == null ? "" : ", " + m.note(),
                    m.stores().isEmpty() ? "" : ", first for " + String.join(", ", m.stores())));
  }
}

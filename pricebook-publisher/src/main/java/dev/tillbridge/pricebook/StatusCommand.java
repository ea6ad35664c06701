package dev.tillbridge.pricebook;

import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pricebook status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows which price book version is published at HQ.")
final class StatusCommand implements Callable<Integer> {

  private final Clock clock;

  @Mixin private final HqConnection hq = new HqConnection();

  @Spec private @Nullable CommandSpec spec;

  StatusCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    return hq.run(clock, (publisher, currency) -> print(publisher));
  }

  private int print(PriceBookPublisher publisher) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Optional<Manifest> published = publisher.published();
    if (published.isEmpty()) {
      out.println("No price book is published yet.");
    } else {
      Manifest manifest = published.get();
      Duration age = Duration.between(manifest.publishedAt(), clock.instant());
      out.println("Price book version %d".formatted(manifest.version()));
      out.println(
          "  published  %s by %s (%s ago)"
              .formatted(manifest.publishedAt(), manifest.publishedBy(), words(age)));
      out.println(
          "  values     %,d, prices in %s".formatted(manifest.count(), manifest.currency()));
      out.println("  hash       %s".formatted(manifest.hash()));
    }
    out.flush();
    return 0;
  }

  private static String words(Duration age) {
    if (age.toDays() > 0) {
      return age.toDays() + " d " + age.toHoursPart() + " h";
    }
    return age.toHours() > 0
        ? age.toHours() + " h " + age.toMinutesPart() + " min"
        : age.toMinutes() + " min " + age.toSecondsPart() + " s";
  }
}

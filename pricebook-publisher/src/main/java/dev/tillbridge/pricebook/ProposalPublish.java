package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.proposal.Outcome;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When and for whom a proposal is published. */
final class ProposalPublish {

  @Option(names = "--now", description = "At once. Default: at pricebook.nightly.")
  private boolean now;

  @Option(
      names = "--at",
      paramLabel = "\"YYYY-MM-DD HH:MM\"",
      description = "At this time of the shops' clocks, by pricebook serve.")
  private @Nullable String at;

  @Option(
      names = "--canary",
      split = ",",
      paramLabel = "STORE",
      description = "These stores try it first; then promote, or withdraw --trial.")
  private List<String> stores = List.of();

  Outcome publish(PriceDesk desk, int number, String by) {
    if (now && at != null) {
      throw new IllegalArgumentException("Give --now or --at, not both. Nothing was published.");
    }
    if (now) {
      return desk.publish(number, stores, by);
    }
    return at == null
        ? desk.publishTonight(number, stores, by)
        : desk.publishAt(number, time(at), stores, by);
  }

  private static LocalDateTime time(String text) {
    try {
      return LocalDateTime.parse(text.strip().replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no time; write it like \"2026-11-24 03:00\". Nothing was published."
              .formatted(text),
          e);
    }
  }
}

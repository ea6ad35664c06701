package dev.tillbridge.pricebook;

import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.desk.OutcomeWords;
import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.desk.Status;
import dev.tillbridge.pricebook.records.RegisterBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code pricebook status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Shows which price book version is published at HQ, and for each register which one it rings",
      "with, since when, or why not the newest."
    })
final class StatusCommand extends DeskCommand {

  StatusCommand(Clock clock) {
    super(clock);
  }

  @Override
  int at(PriceDesk desk) {
    Status status = desk.status();
    Optional<Manifest> forAll = status.books().forAll();
    if (forAll.isEmpty()) {
      out().println("No price book is published yet.");
    }
    forAll.ifPresent(manifest -> print("Price book version", manifest));
    status
        .books()
        .trial()
        .ifPresent(manifest -> {
          print("On trial at " + String.join(", ", manifest.stores()) + ": version", manifest);
        });
    switch (status.registers()) {
      case Status.Registers.Away(String reason) ->
          out().println("Which register has it is not known now. " + reason);
      case Status.Registers.Heard(var registers) -> {
        out().println("Registers: %,d".formatted(registers.size()));
        registers.forEach(register -> print(register, status));
      }
    }
    return 0;
  }

  private void print(String title, Manifest manifest) {
    out().println("%s %d".formatted(title, manifest.version()));
    out()
        .println(
            "  published  %s by %s (%s ago)"
                .formatted(
                    manifest.publishedAt(),
                    manifest.publishedBy(),
                    OutcomeWords.age(Duration.between(manifest.publishedAt(), clock.instant()))));
    if (manifest.note() != null) {
      out().println("  note       " + manifest.note());
    }
    out()
        .println("  values     %,d, prices in %s".formatted(manifest.count(), manifest.currency()));
    out().println("  hash       %s".formatted(manifest.hash()));
  }

  private void print(RegisterBook register, Status status) {
    Long version = register.version();
    Instant since = register.since();
    String has =
        version == null
            ? "no price book"
            : "version %d%s".formatted(version, since == null ? "" : " since " + since);
    out()
        .println(
            "  %s-%s  %s%s%s"
                .formatted(
                    register.store(),
                    register.register(),
                    has,
                    status.whyNot(register).map(why -> ", " + why).orElse(""),
                    heard(register)));
  }

  private String heard(RegisterBook register) {
    Instant heard = register.heardAt();
    return heard == null
        ? ", never heard"
        : ", heard " + OutcomeWords.age(Duration.between(heard, clock.instant())) + " ago";
  }
}

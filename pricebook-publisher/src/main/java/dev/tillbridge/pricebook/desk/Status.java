package dev.tillbridge.pricebook.desk;

import dev.tillbridge.pricebook.publication.PublishedBooks;
import dev.tillbridge.pricebook.records.RegisterBook;
import java.util.List;
import java.util.Optional;

/** What is published, and what each register rings with. */
public record Status(PublishedBooks books, Registers registers) {

  /** What HQ knows of the registers. */
  public sealed interface Registers {

    /** All that HQ heard of. */
    record Heard(List<RegisterBook> registers) implements Registers {}

    /** HQ's database cannot be asked. */
    record Away(String reason) implements Registers {}
  }

  /** Why a register does not ring with the book meant for it; empty when it does. */
  public Optional<String> whyNot(RegisterBook register) {
    Long version = register.version();
    return books
        .meantFor(register.store())
        .filter(meant -> version == null || version != meant.version())
        .map(meant ->
            "not version %d: %s"
                .formatted(
                    meant.version(),
                    register.problem() == null ? "it said nothing of it yet" : register.problem()));
  }

  /** How many of the registers heard of have this version or a newer one. */
  public long having(long version) {
    return switch (registers) {
      case Registers.Heard(List<RegisterBook> all) ->
          all.stream().filter(r -> r.version() != null && r.version() >= version).count();
      case Registers.Away away -> 0;
    };
  }
}

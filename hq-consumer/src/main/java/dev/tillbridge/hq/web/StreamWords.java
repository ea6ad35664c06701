package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.RegisterStream;
import dev.tillbridge.screens.words.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is true of a register's stream, in words, the worst first. */
public final class StreamWords {

  /** Three heartbeats at their usual pace: until then "complete" is still worth saying. */
  static final Duration SILENCE = Duration.ofSeconds(15);

  /** A number the register has told of normally comes within this. */
  static final Duration ON_THE_WAY = Duration.ofSeconds(10);

  private static final long CLOCK_OFF_MS = 60_000;
  private static final double MIB = 1_024 * 1_024;

  private final Words words;
  private final Instant now;

  StreamWords(Words words, Instant now) {
    this.words = words;
    this.now = now;
  }

  /**
   * Every statement; at least one.
   *
   * @param storeSilent since when none of several registers of its store has been heard, null when
   *     one has
   * @param newer whether the register has a newer life
   */
  List<Statement> of(RegisterStream stream, @Nullable Instant storeSilent, boolean newer) {
    List<Statement> said = new ArrayList<>();
    RegisterStream.Closing closing = stream.closing();
    if (stream.brokenAt() != null) {
      said.add(broken(stream.brokenAt()));
    }
    if (stream.unseenConflicts() > 0) {
      said.add(
          Statement.refusal(
              TimeWords.count(stream.unseenConflicts(), "conflict"),
              "Other bytes came under a number HQ already has. The first stand; the others are"
                  + " kept for you."));
    }
    if (stream.suspended() > 0) {
      said.add(
          Statement.warning(
              TimeWords.count(stream.suspended(), "entry", "entries") + " in suspense",
              "Here, but not posted."));
    }
    if (closing != null) {
      said.add(closed(stream, closing));
      return said;
    }
    said.addAll(progress(stream));
    if (newer) {
      said.add(
          Statement.warning(
              "Old life open",
              "The register has begun a new life. A manager closes this one when nothing more is"
                  + " to come from its disk."));
    } else {
      silence(stream, storeSilent, said);
    }
    if (stream.health() != null) {
      health(stream.health(), said);
    }
    return said;
  }

  private static Statement broken(long at) {
    return Statement.refusal(
        "Chain broken at " + at,
        "Entry %d does not carry the hash of entry %d. HQ vouches for nothing above %d until somebody has looked; the register keeps everything from there."
            .formatted(at, at - 1, at - 1));
  }

  private Statement closed(RegisterStream stream, RegisterStream.Closing closing) {
    long lost = Math.max(0, closing.sequence() - stream.watermark());
    String who =
        "By %s on %s with last number %d: “%s”."
            .formatted(closing.by(), words.time(closing.at()), closing.sequence(), closing.note());
    String late =
        stream.afterClosing() == 0
            ? ""
            : " %s came afterwards."
                .formatted(TimeWords.count(stream.afterClosing(), "entry", "entries"));
    return lost == 0
        ? Statement.calm("Closed, complete", who + late)
        : Statement.warning(
            "Closed, " + TimeWords.count(lost, "number") + " declared lost", who + late);
  }

  private List<Statement> progress(RegisterStream stream) {
    long behind = stream.behind();
    if (stream.brokenAt() != null) {
      return List.of();
    }
    if (behind == 0 && stream.missing() == 0) {
      return List.of(
          stream.lastKnown() == 0
              ? Statement.calm("New", "It has told of no entry yet.")
              : Statement.ok("Complete", "HQ has everything up to " + stream.watermark() + "."));
    }
    Instant since = stream.missingSince();
    if (since == null || Duration.between(since, now).compareTo(ON_THE_WAY) < 0) {
      return List.of(
          Statement.calm(
              Math.max(behind, stream.missing()) + " on the way",
              "HQ has everything up to %d; the register has told of %d."
                  .formatted(stream.watermark(), stream.lastKnown())));
    }
    return List.of(Statement.warning("Gap", gap(stream, since)));
  }

  private String gap(RegisterStream stream, Instant since) {
    String ranges = ranges(stream);
    RegisterStream.Request request = stream.request();
    String asked =
        request.ranges().isEmpty()
            ? "not asked for yet"
            : "asked again " + (request.times() == 1 ? "once" : request.times() + " times");
    return "%s missing for %s; %s, register last heard %s."
        .formatted(
            ranges, TimeWords.of(Duration.between(since, now)), asked, words.ago(stream.heard()));
  }

  private String ranges(RegisterStream stream) {
    String inside = stream.gaps().isEmpty() ? "" : words.gaps(stream);
    if (stream.announced() <= stream.lastSequence()) {
      return inside;
    }
    String tail = new RegisterStream.Gap(stream.lastSequence() + 1, stream.announced()).toString();
    return inside.isEmpty() ? tail : inside + ", " + tail;
  }

  static boolean isSilence(Instant heard, Instant now) {
    return Duration.between(heard, now).compareTo(SILENCE) >= 0;
  }

  private void silence(RegisterStream stream, @Nullable Instant storeSilent, List<Statement> said) {
    if (!isSilence(stream.heard(), now)) {
      return;
    }
    String known =
        "Last known number %d, HQ has %d.".formatted(stream.lastKnown(), stream.watermark());
    // A register that was silent long before its store has a reason of its own.
    if (storeSilent != null && !isSilence(stream.heard(), storeSilent)) {
      said.add(
          Statement.warning(
              "Link lost at the store",
              "Nothing from any register of this store since %s. %s Registers go on selling; everything comes when the link is back."
                  .formatted(words.clock(storeSilent, now), known)));
    } else {
      said.add(
          Statement.calm(
              "Silent since " + words.clock(stream.heard(), now),
              known + " Switched off, or cut from its store server."));
    }
  }

  private static void health(RegisterStream.Health health, List<Statement> said) {
    String free = String.format(Locale.UK, "%,.0f MiB", health.diskFreeBytes() / MIB);
    switch (health.diskLevel()) {
      case "FULL" ->
          said.add(
              Statement.refusal(
                  "Disk full",
                  free + " left: the register begins no new tickets until there is room."));
      case "LOW" ->
          said.add(Statement.warning("Disk low", free + " left; make room before it is full."));
      default -> {}
    }
    Long offset = health.clockOffsetMs();
    if (offset != null && Math.abs(offset) >= CLOCK_OFF_MS) {
      String off = TimeWords.of(Duration.ofMillis(Math.abs(offset)));
      said.add(
          Statement.warning(
              "Clock %s %s".formatted(off, offset > 0 ? "slow" : "fast"),
              "Against its store server. Order and business dates do not depend on it; set it"
                  + " right so that receipts show the right time."));
    }
  }
}

package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.AlarmFile;
import dev.tillbridge.hq.books.CardFile;
import dev.tillbridge.hq.books.ConflictFile;
import dev.tillbridge.hq.books.FindingFile;
import dev.tillbridge.hq.suspense.Deed;
import dev.tillbridge.hq.suspense.Outcome;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Conflicts, alarms and cards declined afterwards: somebody looks, and writes down what he made of
 * it.
 */
final class RemarkPages {

  private final Desk desk;
  private final Frame frame;
  private final Words words;

  RemarkPages(Desk desk, Frame frame, Words words) {
    this.desk = desk;
    this.frame = frame;
    this.words = words;
  }

  void conflict(Context ctx) {
    conflict(ctx, "");
  }

  void conflictSeen(Context ctx) {
    seen(ctx, "conflict", deed -> desk.duties().remarks().onConflict(id(ctx), deed));
  }

  void alarm(Context ctx) {
    alarm(ctx, "");
  }

  void alarmSeen(Context ctx) {
    seen(ctx, "alarm", deed -> desk.duties().remarks().onAlarm(id(ctx), deed));
  }

  void card(Context ctx) {
    card(ctx, "");
  }

  void cardSeen(Context ctx) {
    seen(ctx, "card", deed -> desk.duties().remarks().onCard(id(ctx), deed));
  }

  void finding(Context ctx) {
    finding(ctx, "");
  }

  void findingSeen(Context ctx) {
    seen(ctx, "finding", deed -> desk.duties().remarks().onFinding(id(ctx), deed));
  }

  private void finding(Context ctx, String refusal) {
    Optional<FindingFile> file = desk.exceptionFiles().finding(id(ctx));
    if (file.isEmpty()) {
      ExceptionsPage.missing(ctx, frame);
      return;
    }
    frame.show(
        ctx,
        ExceptionWords.finding(file.get().kind()),
        ExceptionsPage.SECTION,
        "finding.jte",
        Map.of("file", file.get(), "deed", DeedForm.of(ctx, frame, refusal), "words", words));
  }

  private void seen(Context ctx, String kind, Function<Deed, Outcome> work) {
    @Nullable String refusal = DeedForm.done(ctx, frame, null, work);
    if (refusal == null) {
      ctx.redirect("/exceptions/" + kind + "/" + id(ctx), HttpStatus.SEE_OTHER);
    } else if (kind.equals("conflict")) {
      conflict(ctx, refusal);
    } else if (kind.equals("card")) {
      card(ctx, refusal);
    } else if (kind.equals("finding")) {
      finding(ctx, refusal);
    } else {
      alarm(ctx, refusal);
    }
  }

  private static long id(Context ctx) {
    return ExceptionsPage.number(ctx, "id").orElse(-1L);
  }

  private void conflict(Context ctx, String refusal) {
    Optional<ConflictFile> file = desk.exceptionFiles().conflict(id(ctx));
    if (file.isEmpty()) {
      ExceptionsPage.missing(ctx, frame);
      return;
    }
    frame.show(
        ctx,
        "Conflict " + file.get().id(),
        ExceptionsPage.SECTION,
        "conflict.jte",
        Map.of(
            "file", file.get(),
            "difference", Difference.between(file.get().kept(), file.get().other()),
            "kept", BytesView.of(file.get().kept()),
            "other", BytesView.of(file.get().other()),
            "deed", DeedForm.of(ctx, frame, refusal),
            "words", words));
  }

  private void alarm(Context ctx, String refusal) {
    Optional<AlarmFile> file = desk.exceptionFiles().alarm(id(ctx));
    if (file.isEmpty()) {
      ExceptionsPage.missing(ctx, frame);
      return;
    }
    frame.show(
        ctx,
        "Alarm " + file.get().id(),
        ExceptionsPage.SECTION,
        "alarm.jte",
        Map.of(
            "file", file.get(),
            "deed", DeedForm.of(ctx, frame, refusal),
            "words", words));
  }

  private void card(Context ctx, String refusal) {
    Optional<CardFile> file = desk.exceptionFiles().card(id(ctx));
    if (file.isEmpty()) {
      ExceptionsPage.missing(ctx, frame);
      return;
    }
    frame.show(
        ctx,
        "Card declined afterwards",
        ExceptionsPage.SECTION,
        "card.jte",
        Map.of(
            "file", file.get(),
            "deed", DeedForm.of(ctx, frame, refusal),
            "words", words));
  }
}

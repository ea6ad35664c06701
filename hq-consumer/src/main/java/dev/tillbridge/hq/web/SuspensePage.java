package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.SuspenseFile;
import dev.tillbridge.hq.suspense.Deed;
import dev.tillbridge.hq.suspense.Outcome;
import dev.tillbridge.screens.signon.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One message in suspense, and what an accountant can do about it. */
final class SuspensePage {

  private final Desk desk;
  private final Frame frame;
  private final Words words;

  SuspensePage(Desk desk, Frame frame, Words words) {
    this.desk = desk;
    this.frame = frame;
    this.words = words;
  }

  void page(Context ctx) {
    opened(ctx).ifPresent(file -> show(ctx, file, ""));
  }

  void tryAgain(Context ctx) {
    act(ctx, (id, deed) -> desk.duties().suspense().tryAgain(id, deed));
  }

  void release(Context ctx) {
    act(ctx, (id, deed) -> desk.duties().suspense().release(id, deed));
  }

  void repair(Context ctx) {
    if ("more".equals(ctx.formParam("lines"))) {
      page(ctx);
      return;
    }
    act(
        ctx,
        (id, deed) -> {
          CurrencyUnit currency =
              desk.exceptionFiles().suspense(id).map(this::currency).orElse(desk.currency());
          RepairForm typed = RepairForm.of(ctx, currency);
          return typed.wrong().isEmpty()
              ? desk.duties().suspense().repair(id, typed.repair(currency), deed)
              : new Outcome.Refused("Nothing was changed: " + typed.wrong());
        });
  }

  /** The running difference, while somebody types. */
  void difference(Context ctx) {
    opened(ctx)
        .ifPresent(file ->
            frame.fragment(
                ctx,
                "difference.jte",
                Map.of(
                    "text",
                    RepairForm.of(ctx, currency(file)).difference(file.amount(), currency(file)))));
  }

  /** The exact bytes, to be saved and never shown by the browser. */
  void bytes(Context ctx) {
    opened(ctx)
        .ifPresent(file ->
            ctx.contentType("application/octet-stream")
                .header(
                    "Content-Disposition",
                    "attachment; filename=\"suspense-" + file.id() + ".bin\"")
                .result(file.bytes()));
  }

  private void act(Context ctx, BiFunction<Long, Deed, Outcome> work) {
    Optional<SuspenseFile> file = opened(ctx);
    if (file.isEmpty()) {
      return;
    }
    long id = file.get().id();
    @Nullable String refusal =
        DeedForm.done(ctx, frame, Role.ACCOUNTANT, deed -> work.apply(id, deed));
    if (refusal == null) {
      ctx.redirect("/exceptions/suspense/" + id + "#history", HttpStatus.SEE_OTHER);
    } else {
      show(ctx, desk.exceptionFiles().suspense(id).orElse(file.get()), refusal);
    }
  }

  private Optional<SuspenseFile> opened(Context ctx) {
    Optional<SuspenseFile> file =
        ExceptionsPage.number(ctx, "id").flatMap(desk.exceptionFiles()::suspense);
    if (file.isEmpty()) {
      ExceptionsPage.missing(ctx, frame);
    }
    return file;
  }

  private CurrencyUnit currency(SuspenseFile file) {
    Money amount = file.amount();
    return amount == null ? desk.currency() : amount.getCurrencyUnit();
  }

  private void show(Context ctx, SuspenseFile file, String refusal) {
    RepairForm typed = RepairForm.of(ctx, currency(file));
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("file", file);
    parameters.put("view", BytesView.of(file.bytes()));
    parameters.put("deed", DeedForm.of(ctx, frame, refusal));
    parameters.put("repair", typed);
    parameters.put("difference", typed.difference(file.amount(), currency(file)));
    parameters.put("accounts", desk.exceptionFiles().accounts());
    parameters.put("words", words);
    frame.show(ctx, "Suspense " + file.id(), ExceptionsPage.SECTION, "suspense.jte", parameters);
  }
}

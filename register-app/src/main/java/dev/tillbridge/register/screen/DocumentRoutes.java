package dev.tillbridge.register.screen;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.register.document.Begin;
import dev.tillbridge.register.document.Cancel;
import dev.tillbridge.register.document.DocumentRules;
import dev.tillbridge.register.document.Pay;
import dev.tillbridge.register.document.PickUp;
import dev.tillbridge.register.document.Recall;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.screen.FormValues.NotUnderstood;
import dev.tillbridge.screens.words.MoneyWords;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What is done with documents: each a form, answered with the lane as it is then. */
final class DocumentRoutes {

  private final ScreenParts parts;
  private final Lane lane;
  private final LaneCommands commands;

  DocumentRoutes(ScreenParts parts, LaneCommands commands) {
    this.parts = parts;
    this.lane = parts.lane();
    this.commands = commands;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/documents.json", ctx -> ctx.json(OpenDocumentsView.of(lane)));
    commands.add(
        routes,
        "/documents/hold",
        form -> lane.carryOut(Begin.hold(form.text("label"))),
        v -> begun("is put aside; recall it in Documents."));
    commands.add(
        routes,
        "/documents/quote",
        form -> lane.carryOut(Begin.quote(form.text("label"), date(form, "due"))),
        v -> begun("is promised and being printed."));
    commands.add(
        routes,
        "/documents/order",
        form ->
            lane.carryOut(
                Begin.order(form.text("label"), date(form, "due"), money(form, "deposit"))),
        v -> begun(v.ticket().isEmpty() ? "is recorded." : "is recorded. Take the deposit now."));
    commands.add(routes, "/documents/layaway", this::layaway, DocumentRoutes::firstInstalment);
    routes.post("/documents/recall", this::recall);
    commands.add(
        routes,
        "/documents/pick-up",
        form -> lane.carryOut(new PickUp(form.text("number"))),
        v -> v.ticket().isEmpty() ? "It is paid: hand the goods over." : null);
    commands.add(
        routes,
        "/documents/pay",
        form -> lane.carryOut(new Pay(form.text("number"), form.money("amount"))),
        v -> null);
    commands.add(
        routes,
        "/documents/cancel",
        form -> lane.carryOut(new Cancel(form.text("number"))),
        DocumentRoutes::cancelled);
  }

  private Outcome layaway(FormValues form) {
    DocumentRules rules = lane.documentRules();
    return lane.carryOut(
        Begin.layaway(
            form.text("label"),
            number(form, "instalments", rules.instalments()),
            number(form, "interval", rules.intervalDays())));
  }

  /** What the hold came to is looked up before it is gone. */
  private void recall(Context ctx) {
    String number =
        new FormValues(ctx, lane.currency(), parts.words().decimalPoint()).text("number");
    Document hold = lane.state().open().document(number).orElse(null);
    commands.answer(
        ctx,
        form -> lane.carryOut(new Recall(number)),
        v -> hold == null ? null : Recall.told(hold, v));
  }

  /** The document begun last, and what became of it. */
  private String begun(String what) {
    var documents = lane.state().open().documents();
    return documents.isEmpty() ? "It " + what : documents.getLast().number() + " " + what;
  }

  private static @Nullable String firstInstalment(LaneView view) {
    return view.ticket().isEmpty()
        ? "The layaway is recorded. Take its first instalment in Documents."
        : "The layaway is recorded. Take its first instalment now: %s."
            .formatted(MoneyWords.of(view.ticket().due()));
  }

  private static String cancelled(LaneView view) {
    return view.ticket().isEmpty()
        ? "It is cancelled; nothing is paid back."
        : "Pay %s back: with that it is cancelled. Voiding this ticket leaves it open."
            .formatted(MoneyWords.of(view.ticket().due().abs()));
  }

  private static @Nullable LocalDate date(FormValues form, String field) {
    String text = form.text(field);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new NotUnderstood(
          "\"%s\" is not a day. Write it as year-month-day, for example 2026-11-22; nothing was changed."
              .formatted(text));
    }
  }

  private static @Nullable Money money(FormValues form, String field) {
    return form.text(field).isEmpty() ? null : form.money(field);
  }

  private static int number(FormValues form, String field, int usual) {
    String text = form.text(field);
    if (text.isEmpty()) {
      return usual;
    }
    if (!text.matches("\\d{1,4}")) {
      throw new NotUnderstood("\"%s\" is not a whole number; nothing was changed.".formatted(text));
    }
    return Integer.parseInt(text);
  }
}

package dev.tillbridge.register.screen;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.register.document.Begin;
import dev.tillbridge.register.document.Cancel;
import dev.tillbridge.register.document.DocumentDesk;
import dev.tillbridge.register.document.DocumentRules;
import dev.tillbridge.register.document.Pay;
import dev.tillbridge.register.document.PickUp;
import dev.tillbridge.register.document.Recall;
import dev.tillbridge.register.elsewhere.Told;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.screen.FormValues.NotUnderstood;
import dev.tillbridge.screens.words.MoneyWords;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What is done with documents: each a form, answered with the lane as it is then. */
final class DocumentRoutes {

  private static final int QUERY_CHARS_MAX = 64;

  private final ScreenParts parts;
  private final Lane lane;
  private final LaneCommands commands;
  private final DocumentDesk desk;

  DocumentRoutes(ScreenParts parts, LaneCommands commands) {
    this.parts = parts;
    this.lane = parts.lane();
    this.commands = commands;
    this.desk = parts.desks().documents();
  }

  void addTo(RoutesConfig routes) {
    routes.get("/documents.json", ctx -> ctx.json(OpenDocumentsView.of(parts, query(ctx))));
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
    wanted(
        routes,
        "/documents/pick-up",
        (form, number) -> new PickUp(number),
        v -> v.ticket().isEmpty() ? "It is paid: hand the goods over." : null);
    wanted(
        routes,
        "/documents/pay",
        (form, number) -> new Pay(number, form.money("amount")),
        v -> null);
    wanted(
        routes,
        "/documents/cancel",
        (form, number) -> new Cancel(number),
        DocumentRoutes::cancelled);
  }

  /** Something wanted with a document, wherever it is; while its lane is asked, that is said. */
  private void wanted(
      RoutesConfig routes,
      String path,
      BiFunction<FormValues, String, TillCommand> command,
      Function<LaneView, @Nullable String> whenDone) {
    commands.add(
        routes,
        path,
        form -> {
          String number = DocumentDesk.number(form.text("number"));
          return desk.carryOut(number, command.apply(form, number));
        },
        v ->
            desk.told() instanceof Told.Asking
                ? AskedWords.asking(desk.told(), parts.words())
                : whenDone.apply(v));
  }

  private static String query(Context ctx) {
    String query = Objects.requireNonNullElse(ctx.queryParam("q"), "").strip();
    return query.substring(0, Math.min(query.length(), QUERY_CHARS_MAX));
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
        DocumentDesk.number(
            new FormValues(ctx, lane.currency(), parts.words().decimalPoint()).text("number"));
    Document hold = lane.state().open().document(number).orElse(null);
    commands.answer(
        ctx,
        form -> desk.carryOut(number, new Recall(number)),
        v -> hold == null ? AskedWords.asking(desk.told(), parts.words()) : Recall.told(hold, v));
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

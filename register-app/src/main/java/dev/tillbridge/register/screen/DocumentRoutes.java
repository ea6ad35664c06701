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
import dev.tillbridge.register.words.DoneWord;
import dev.tillbridge.register.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What is done with documents: each a form, answered with the lane as it is then. */
final class DocumentRoutes {

  private final ScreenParts parts;
  private final Words words;
  private final Lane lane;
  private final LaneCommands commands;
  private final DocumentDesk desk;

  DocumentRoutes(ScreenParts parts, LaneCommands commands) {
    this.parts = parts;
    this.words = parts.words();
    this.lane = parts.lane();
    this.commands = commands;
    this.desk = parts.desks().documents();
  }

  void addTo(RoutesConfig routes) {
    routes.get("/documents.json", ctx -> ctx.json(OpenDocumentsView.of(parts, Query.of(ctx, "q"))));
    commands.add(
        routes,
        "/documents/hold",
        form -> lane.carryOut(Begin.hold(form.text("label"))),
        v -> begun(DoneWord.HOLD_BEGUN));
    commands.add(
        routes,
        "/documents/quote",
        form -> lane.carryOut(Begin.quote(form.text("label"), date(form, "due"))),
        v -> begun(DoneWord.QUOTE_BEGUN));
    commands.add(
        routes,
        "/documents/order",
        form ->
            lane.carryOut(
                Begin.order(form.text("label"), date(form, "due"), money(form, "deposit"))),
        v -> begun(v.ticket().isEmpty() ? DoneWord.ORDER_BEGUN : DoneWord.ORDER_DEPOSIT));
    commands.add(routes, "/documents/layaway", this::layaway, this::firstInstalment);
    routes.post("/documents/recall", this::recall);
    wanted(
        routes,
        "/documents/pick-up",
        (form, number) -> new PickUp(number),
        v -> v.ticket().isEmpty() ? words.of(DoneWord.HAND_OVER_GOODS) : null);
    wanted(
        routes,
        "/documents/pay",
        (form, number) -> new Pay(number, form.money("amount")),
        v -> null);
    wanted(routes, "/documents/cancel", (form, number) -> new Cancel(number), this::cancelled);
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
                ? AskedWords.asking(desk.told(), words)
                : whenDone.apply(v));
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
    AtomicReference<@Nullable Document> hold = new AtomicReference<>();
    commands.answer(
        ctx,
        form -> {
          String number = DocumentDesk.number(form.text("number"));
          hold.set(lane.state().open().document(number).orElse(null));
          return desk.carryOut(number, new Recall(number));
        },
        v -> {
          Document before = hold.get();
          return before == null ? AskedWords.asking(desk.told(), words) : recalled(before, v);
        });
  }

  /** What is said when the price book of now makes another total; null when it is the same. */
  private @Nullable String recalled(Document hold, LaneView view) {
    Money now = view.ticket().total();
    return now.equals(hold.total())
        ? null
        : words.of(
            DoneWord.HOLD_OTHER_TOTAL,
            hold.number(),
            words.money(hold.total()),
            words.money(now),
            Long.toString(view.ticket().priceBook()));
  }

  /** The document begun last, and what became of it. */
  private @Nullable String begun(DoneWord what) {
    var documents = lane.state().open().documents();
    return documents.isEmpty() ? null : words.of(what, documents.getLast().number());
  }

  private String firstInstalment(LaneView view) {
    return view.ticket().isEmpty()
        ? words.of(DoneWord.LAYAWAY_BEGUN)
        : words.of(DoneWord.LAYAWAY_FIRST, words.money(view.ticket().due()));
  }

  private String cancelled(LaneView view) {
    return view.ticket().isEmpty()
        ? words.of(DoneWord.CANCELLED)
        : words.of(DoneWord.PAY_BACK, words.money(view.ticket().due().abs()));
  }

  private static @Nullable LocalDate date(FormValues form, String field) {
    String text = form.text(field);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new NotUnderstood(new InputRefusal.NotADay(text));
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
      throw new NotUnderstood(new InputRefusal.NotWhole(text));
    }
    return Integer.parseInt(text);
  }
}

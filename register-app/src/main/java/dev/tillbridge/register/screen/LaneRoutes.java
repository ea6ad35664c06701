package dev.tillbridge.register.screen;

import dev.tillbridge.broker.link.LinkStatus;
import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.returns.BlindReturn;
import dev.tillbridge.register.screen.FormValues.NotUnderstood;
import dev.tillbridge.screens.page.Screens;
import dev.tillbridge.screens.signon.Person;
import dev.tillbridge.screens.signon.Role;
import dev.tillbridge.screens.signon.Session;
import dev.tillbridge.screens.signon.SessionGuard;
import dev.tillbridge.screens.words.MoneyWords;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The commands: each a form, answered with the lane as it is then. */
final class LaneRoutes {

  private final Screens screens;
  private final ScreenParts parts;
  private final SessionGuard guard;
  private final TillView view;
  private final Lane lane;

  LaneRoutes(Screens screens, ScreenParts parts, SessionGuard guard, TillView view) {
    this.screens = screens;
    this.parts = parts;
    this.guard = guard;
    this.view = view;
    this.lane = parts.lane();
  }

  /** What a command does, and what to say when it was done. */
  interface Command {
    Outcome carryOut(FormValues form);
  }

  void addTo(RoutesConfig routes) {
    routes.post(SessionGuard.SIGN_ON, this::signOn);
    routes.post("/sign-off", this::signOff);
    add(
        routes,
        "/drawer/open",
        form -> lane.openDrawer(form.money("float")),
        v -> "The drawer is open.");
    routes.post("/drawer/close", this::closeDrawer);
    add(routes, "/lane/scan", form -> lane.scan(form.scan()), v -> null);
    add(
        routes,
        "/lane/line/{line}/quantity",
        form -> lane.changeQuantity(form.line(), form.quantity("quantity")),
        v -> null);
    add(
        routes,
        "/lane/line/{line}/void",
        form -> lane.voidLine(form.line()),
        v -> "The line is taken off.");
    add(
        routes,
        "/lane/line/{line}/price",
        form -> lane.overridePrice(form.line(), form.money("price"), form.text("reason")),
        v -> null);
    addReductions(routes);
    add(
        routes,
        "/lane/void",
        form -> lane.voidTicket(),
        v -> "The ticket is void; nothing was charged.");
    add(routes, "/lane/kind", this::kind, v -> null);
    add(routes, "/lane/reference", form -> lane.reference(form.text("reference")), v -> null);
    add(routes, "/lane/tender/cash", this::tenderCash, v -> null);
    add(routes, "/lane/reprint", form -> lane.reprint(), v -> null);
  }

  private void addReductions(RoutesConfig routes) {
    add(
        routes,
        "/lane/line/{line}/discount",
        form -> lane.discount(form.discount(form.line())),
        v -> null);
    add(routes, "/lane/discount", form -> lane.discount(form.discount(null)), v -> null);
    add(
        routes,
        "/lane/coupon",
        form -> lane.coupon(form.text("coupon")),
        v -> PriceWords.cheaper("The coupon", v));
    add(
        routes,
        "/lane/coupon/remove",
        form -> lane.withoutCoupon(form.text("coupon")),
        v -> "The coupon is taken off.");
    add(
        routes,
        "/lane/group",
        form -> lane.customerGroup(form.text("group")),
        v ->
            customerGroup(v) == null
                ? "No customer group is on the ticket."
                : PriceWords.cheaper("Customer group " + customerGroup(v), v));
  }

  private static @Nullable String customerGroup(LaneView view) {
    PricingContext pricing = view.ticket().pricing();
    return pricing == null ? null : pricing.customerGroup();
  }

  private Outcome tenderCash(FormValues form) {
    return form.text("amount").toLowerCase(Locale.ROOT).equals("exact")
        ? lane.tenderExactCash()
        : lane.tenderCash(form.money("amount"));
  }

  /** Goods without a receipt come back, for a reason; or the next lines are sold again. */
  private Outcome kind(FormValues form) {
    return kind(form.text("kind")) == TicketKind.RETURN
        ? lane.carryOut(new BlindReturn(form.text("reason")))
        : lane.backToSale();
  }

  private static TicketKind kind(String text) {
    for (TicketKind kind : TicketKind.values()) {
      if (kind.name().equals(text)) {
        return kind;
      }
    }
    throw new NotUnderstood("A ticket is a SALE or a RETURN, not \"%s\".".formatted(text));
  }

  /** Adds a command: a form, answered with the lane as it is then. */
  void add(
      RoutesConfig routes,
      String path,
      Command command,
      Function<LaneView, @Nullable String> whenDone) {
    routes.post(path, ctx -> answer(ctx, command, whenDone));
  }

  private void answer(Context ctx, Command command, Function<LaneView, @Nullable String> whenDone) {
    Said said = carriedOut(ctx, command, whenDone);
    view.say(said);
    if (SessionGuard.wantsJson(ctx)) {
      json(ctx, said.refusal());
    } else if (ctx.header("HX-Request") != null) {
      screens.fragment(ctx, "parts.jte", Map.of("parts", view.parts()));
    } else {
      ctx.redirect("/", HttpStatus.SEE_OTHER);
    }
  }

  private Said carriedOut(
      Context ctx, Command command, Function<LaneView, @Nullable String> whenDone) {
    try {
      return switch (command.carryOut(new FormValues(ctx, lane.currency()))) {
        case Outcome.Done done ->
            new Said(done.view().command(), null, whenDone.apply(done.view()));
        case Outcome.Refused refused ->
            new Said(refused.view().command(), refused.refusal().message(), null);
      };
    } catch (NotUnderstood e) {
      return new Said(lane.view().command(), e.getMessage(), null);
    }
  }

  private void json(Context ctx, @Nullable String refusal) {
    Session session = guard.session(ctx);
    LinkStatus link = parts.link().status();
    DeliveryStatus delivery = parts.delivery().get();
    ctx.json(
        session.person() == null
            ? LaneJson.forStrangers(lane.view(), link, delivery, session.csrf(), refusal)
            : LaneJson.of(lane.view(), link, delivery, session.csrf(), refusal));
  }

  private void signOn(Context ctx) {
    FormValues form = new FormValues(ctx, lane.currency());
    String operator = form.text("operator");
    Said said = carriedOut(ctx, f -> lane.signOn(operator, f.text("pin")), v -> null);
    LaneView.SignedOn signedOn = lane.view().operator();
    if (said.refusal() == null && signedOn != null) {
      guard.admit(ctx, new Person(signedOn.id(), signedOn.name(), Role.CLERK));
      view.say(said);
    }
    if (SessionGuard.wantsJson(ctx)) {
      json(ctx, said.refusal());
    } else if (said.refusal() == null) {
      ctx.redirect("/", HttpStatus.SEE_OTHER);
    } else {
      new SignOnPage(screens, parts, guard, view).show(ctx, operator, said.refusal());
    }
  }

  private void signOff(Context ctx) {
    Said said = carriedOut(ctx, form -> lane.signOff(), v -> null);
    view.say(said);
    if (said.refusal() == null) {
      guard.signOff(ctx);
    }
    if (SessionGuard.wantsJson(ctx)) {
      json(ctx, said.refusal());
    } else if (ctx.header("HX-Request") == null) {
      ctx.redirect(said.refusal() == null ? SessionGuard.SIGN_ON : "/", HttpStatus.SEE_OTHER);
    } else if (said.refusal() == null) {
      ctx.header("HX-Redirect", SessionGuard.SIGN_ON);
    } else {
      screens.fragment(ctx, "parts.jte", Map.of("parts", view.parts()));
    }
  }

  private void closeDrawer(Context ctx) {
    LaneView before = lane.view();
    answer(
        ctx,
        form -> lane.closeDrawer(form.money("counted")),
        after -> closed(before, new FormValues(ctx, lane.currency())));
  }

  private static String closed(LaneView before, FormValues form) {
    LaneView.Drawer drawer = before.drawer();
    if (drawer == null) {
      return "The drawer is closed.";
    }
    var over = form.money("counted").minus(drawer.cash());
    String result =
        over.isZero()
            ? "It is right."
            : MoneyWords.of(over.abs()) + (over.isPositive() ? " over." : " short.");
    return "Drawer %d is closed: %s expected, %s counted. %s"
        .formatted(
            drawer.session(),
            MoneyWords.of(drawer.cash()),
            MoneyWords.of(form.money("counted")),
            result);
  }
}

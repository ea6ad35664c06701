package dev.tillbridge.register.screen;

import dev.tillbridge.model.card.TypedCardNumbers;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.returns.BlindReturn;
import dev.tillbridge.register.screen.FormValues.NotUnderstood;
import dev.tillbridge.register.words.DoneWord;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.page.Screens;
import dev.tillbridge.screens.signon.Person;
import dev.tillbridge.screens.signon.Role;
import dev.tillbridge.screens.signon.SessionGuard;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;

/** The commands: each a form, answered with the lane as it is then. */
final class LaneRoutes {

  private final Screens screens;
  private final ScreenParts parts;
  private final SessionGuard guard;
  private final TillView view;
  private final Lane lane;
  private final Words words;
  private final LaneCommands commands;

  LaneRoutes(
      Screens screens,
      ScreenParts parts,
      SessionGuard guard,
      TillView view,
      LaneCommands commands) {
    this.screens = screens;
    this.parts = parts;
    this.guard = guard;
    this.view = view;
    this.lane = parts.lane();
    this.words = parts.words();
    this.commands = commands;
  }

  void addTo(RoutesConfig routes) {
    routes.post(SessionGuard.SIGN_ON, this::signOn);
    routes.post("/sign-off", this::signOff);
    routes.post("/lock", this::lock);
    commands.add(
        routes,
        "/lane/approve",
        form -> lane.approve(form.text("operator"), form.code("pin"), form.asked()),
        DoneWord.APPROVED);
    commands.add(
        routes,
        "/lane/scan",
        form -> form.isCounted() ? lane.scan(form.scan()) : parts.scale().scan(form.scan()));
    commands.add(routes, "/lane/line/{line}/weigh", form -> parts.scale().weigh(form.line()));
    commands.add(
        routes,
        "/lane/line/{line}/quantity",
        form -> lane.changeQuantity(form.line(), form.quantity("quantity")));
    commands.add(
        routes, "/lane/line/{line}/void", form -> lane.voidLine(form.line()), DoneWord.LINE_OFF);
    commands.add(
        routes,
        "/lane/line/{line}/price",
        form -> lane.overridePrice(form.line(), form.money("price"), form.text("reason")));
    addReductions(routes);
    commands.add(routes, "/lane/void", form -> lane.voidTicket(), DoneWord.TICKET_VOID);
    commands.add(routes, "/lane/kind", this::kind);
    commands.add(routes, "/lane/reference", form -> lane.reference(form.text("reference")));
    commands.add(routes, "/lane/reprint", form -> lane.reprint(), DoneWord.COPY_PRINTING);
    commands.add(
        routes, "/lane/gift-receipt", form -> lane.giftReceipt(), DoneWord.GIFT_RECEIPT_PRINTED);
  }

  private void addReductions(RoutesConfig routes) {
    commands.add(
        routes, "/lane/line/{line}/discount", form -> lane.discount(form.discount(form.line())));
    commands.add(routes, "/lane/discount", form -> lane.discount(form.discount(null)));
    commands.add(
        routes, "/lane/coupon", form -> lane.coupon(form.code("coupon")), this::couponTaken);
    commands.add(
        routes,
        "/lane/coupon/remove",
        form -> lane.withoutCoupon(form.code("coupon")),
        DoneWord.COUPON_OFF);
    commands.add(
        routes, "/lane/group", form -> lane.customerGroup(form.text("group")), this::groupTaken);
  }

  private String couponTaken(LaneView view) {
    Money saved = PriceWords.promotions(view);
    return saved.isPositive()
        ? words.of(DoneWord.COUPON_CHEAPER, words.money(saved))
        : words.of(DoneWord.COUPON_NOT_YET);
  }

  private String groupTaken(LaneView view) {
    PricingContext pricing = view.ticket().pricing();
    String group = pricing == null ? null : pricing.customerGroup();
    if (group == null) {
      return words.of(DoneWord.NO_GROUP);
    }
    Money saved = PriceWords.promotions(view);
    return saved.isPositive()
        ? words.of(DoneWord.GROUP_CHEAPER, group, words.money(saved))
        : words.of(DoneWord.GROUP_NOT_YET, group);
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
    throw new NotUnderstood(new InputRefusal.NotAKind(text));
  }

  private void signOn(Context ctx) {
    Said said =
        commands.carriedOut(
            ctx, form -> lane.signOn(form.text("operator"), form.code("pin")), v -> null);
    LaneView.SignedOn signedOn = lane.view().operator();
    if (said.refusal() == null && signedOn != null) {
      guard.admit(ctx, new Person(signedOn.id(), signedOn.name(), Role.CLERK));
      view.say(said);
    }
    if (SessionGuard.wantsJson(ctx)) {
      commands.json(ctx, said.refusal());
    } else if (said.refusal() == null) {
      ctx.redirect("/", HttpStatus.SEE_OTHER);
    } else {
      new SignOnPage(screens, parts, guard, view)
          .show(ctx, operator(ctx), words.refusal(said.refusal()));
    }
  }

  /** As it was typed, for the page that asks again. */
  private static String operator(Context ctx) {
    return TypedCardNumbers.masked(Objects.requireNonNullElse(ctx.formParam("operator"), ""));
  }

  /** The screen is locked; ticket, drawer and the person at the lane stay. */
  private void lock(Context ctx) {
    guard.signOff(ctx);
    if (ctx.header("HX-Request") == null) {
      ctx.redirect(SessionGuard.SIGN_ON, HttpStatus.SEE_OTHER);
    } else {
      ctx.header("HX-Redirect", SessionGuard.SIGN_ON);
    }
  }

  private void signOff(Context ctx) {
    Said said = commands.carriedOut(ctx, form -> lane.signOff(), v -> null);
    view.say(said);
    if (said.refusal() == null) {
      guard.signOff(ctx);
    }
    if (SessionGuard.wantsJson(ctx)) {
      commands.json(ctx, said.refusal());
    } else if (ctx.header("HX-Request") == null) {
      ctx.redirect(said.refusal() == null ? SessionGuard.SIGN_ON : "/", HttpStatus.SEE_OTHER);
    } else if (said.refusal() == null) {
      ctx.header("HX-Redirect", SessionGuard.SIGN_ON);
    } else {
      screens.fragment(ctx, "parts.jte", Map.of("parts", view.parts(ctx.header(TillView.SHOWN))));
    }
  }
}

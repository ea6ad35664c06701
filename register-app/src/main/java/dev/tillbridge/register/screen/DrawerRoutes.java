package dev.tillbridge.register.screen;

import dev.tillbridge.model.drawer.CashMovement;
import dev.tillbridge.model.drawer.Pieces;
import dev.tillbridge.register.drawer.CloseDrawer;
import dev.tillbridge.register.drawer.Denominations;
import dev.tillbridge.register.drawer.HandOver;
import dev.tillbridge.register.drawer.MoveCash;
import dev.tillbridge.register.drawer.OpenWithoutSale;
import dev.tillbridge.register.drawer.PrintReading;
import dev.tillbridge.register.drawer.SetAside;
import dev.tillbridge.register.drawer.TakeUp;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.screen.FormValues.NotUnderstood;
import dev.tillbridge.screens.words.MoneyWords;
import dev.tillbridge.screens.words.TimeWords;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Everything about drawers: movements of cash, counting, several drawers, handing over. */
final class DrawerRoutes {

  private final ScreenParts parts;
  private final Lane lane;
  private final LaneCommands commands;

  DrawerRoutes(ScreenParts parts, LaneCommands commands) {
    this.parts = parts;
    this.lane = parts.lane();
    this.commands = commands;
  }

  void addTo(RoutesConfig routes) {
    commands.add(
        routes,
        "/drawer/open",
        form -> lane.openDrawer(form.money("float")),
        v -> "The drawer is open.");
    commands.add(
        routes,
        "/drawer/move",
        form ->
            lane.carryOut(
                new MoveCash(
                    movement(form.text("movement")), form.money("amount"), form.text("reason"))),
        v -> "It is recorded, and the slip is being printed.");
    commands.add(
        routes,
        "/drawer/no-sale",
        form -> lane.carryOut(new OpenWithoutSale(form.text("reason"))),
        v -> "The drawer is open. It is recorded.");
    commands.add(
        routes,
        "/drawer/aside",
        form -> lane.carryOut(new SetAside()),
        v -> "The drawer is set aside. Put another one in and type its float.");
    commands.add(
        routes,
        "/drawer/take-up",
        form -> lane.carryOut(new TakeUp(form.count("session"))),
        v -> "The drawer is in use again.");
    commands.add(
        routes,
        "/drawer/hand-over",
        form ->
            lane.carryOut(
                new HandOver(
                    form.text("to"),
                    form.text("counted").isEmpty() ? null : form.money("counted"))),
        v -> null);
    commands.add(
        routes,
        "/drawer/print-reading",
        form -> lane.carryOut(new PrintReading()),
        v -> "The X reading is being printed.");
    routes.post("/drawer/close", this::close);
  }

  private static CashMovement movement(String text) {
    for (CashMovement movement : CashMovement.values()) {
      if (movement.name().equals(text)) {
        return movement;
      }
    }
    throw new NotUnderstood("Choose pay in, pay out or drop; nothing was recorded.");
  }

  private void close(Context ctx) {
    LaneView before = lane.view();
    commands.answer(ctx, this::closed, after -> saidOf(before, ctx));
  }

  private Outcome closed(FormValues form) {
    List<Pieces> pieces = pieces(form);
    return lane.carryOut(new CloseDrawer(pieces, counted(form, pieces), foreign(form)));
  }

  private Money counted(FormValues form, List<Pieces> pieces) {
    return pieces.isEmpty() || !form.text("counted").isEmpty()
        ? form.money("counted")
        : pieces.stream().map(Pieces::worth).reduce(Money.zero(lane.currency()), Money::plus);
  }

  /** Fields are named {@code pieces-20} and {@code pieces-0.50}; an empty one counts nothing. */
  private List<Pieces> pieces(FormValues form) {
    List<Pieces> pieces = new ArrayList<>();
    for (Money denomination : Denominations.of(lane.currency())) {
      String field = "pieces-" + denomination.getAmount().stripTrailingZeros().toPlainString();
      if (!form.text(field).isEmpty()) {
        pieces.add(new Pieces(denomination, (int) form.count(field)));
      }
    }
    return pieces;
  }

  /** Fields are named {@code foreign-EUR}. */
  private List<Money> foreign(FormValues form) {
    List<Money> counted = new ArrayList<>();
    var session = lane.state().session();
    if (session != null) {
      for (Money expected : session.besides().foreign()) {
        CurrencyUnit currency = expected.getCurrencyUnit();
        if (!form.text("foreign-" + currency.getCode()).isEmpty()) {
          counted.add(form.money("foreign-" + currency.getCode(), currency));
        }
      }
    }
    return counted;
  }

  private @Nullable String saidOf(LaneView before, Context ctx) {
    LaneView.Drawer drawer = before.drawer();
    if (drawer == null) {
      return "The drawer is closed.";
    }
    FormValues form = new FormValues(ctx, lane.currency(), parts.words().decimalPoint());
    Money counted = counted(form, pieces(form));
    Money over = counted.minus(drawer.cash());
    String result =
        over.isZero()
            ? "It is right."
            : MoneyWords.of(over.abs()) + (over.isPositive() ? " over." : " short.");
    return "Drawer %d is closed: %s expected, %s counted. %s%s"
        .formatted(
            drawer.session(),
            MoneyWords.of(drawer.cash()),
            MoneyWords.of(counted),
            result,
            unsent());
  }

  /** A session is closed whether or not HQ has its entries. */
  private String unsent() {
    long waiting = parts.delivery().get().onTheWay();
    return waiting == 0
        ? ""
        : " %s still on the way to HQ; nothing to do."
            .formatted(TimeWords.count(waiting, "entry", "entries"));
  }
}

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
import dev.tillbridge.register.words.DoneWord;
import dev.tillbridge.register.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

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
        routes, "/drawer/open", form -> lane.openDrawer(form.money("float")), DoneWord.DRAWER_OPEN);
    commands.add(
        routes,
        "/drawer/move",
        form ->
            lane.carryOut(
                new MoveCash(
                    movement(form.text("movement")), form.money("amount"), form.text("reason"))),
        DoneWord.CASH_MOVED);
    commands.add(
        routes,
        "/drawer/no-sale",
        form -> lane.carryOut(new OpenWithoutSale(form.text("reason"))),
        DoneWord.NO_SALE);
    commands.add(
        routes, "/drawer/aside", form -> lane.carryOut(new SetAside()), DoneWord.DRAWER_ASIDE);
    commands.add(
        routes,
        "/drawer/take-up",
        form -> lane.carryOut(new TakeUp(form.count("session"))),
        DoneWord.DRAWER_TAKEN_UP);
    commands.add(
        routes,
        "/drawer/hand-over",
        form ->
            lane.carryOut(
                new HandOver(
                    form.text("to"),
                    form.text("counted").isEmpty() ? null : form.money("counted"))));
    commands.add(
        routes,
        "/drawer/print-reading",
        form -> lane.carryOut(new PrintReading()),
        DoneWord.READING_PRINTING);
    routes.post("/drawer/close", this::close);
  }

  private static CashMovement movement(String text) {
    for (CashMovement movement : CashMovement.values()) {
      if (movement.name().equals(text)) {
        return movement;
      }
    }
    throw new NotUnderstood(new InputRefusal.NoMovement());
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

  private String saidOf(LaneView before, Context ctx) {
    Words words = parts.words();
    LaneView.Drawer drawer = before.drawer();
    if (drawer == null) {
      return words.of(DoneWord.DRAWER_CLOSED);
    }
    FormValues form = new FormValues(ctx, lane.currency(), words.decimalPoint());
    Money counted = counted(form, pieces(form));
    Money over = counted.minus(drawer.cash());
    String result =
        over.isZero()
            ? words.of(DoneWord.COUNT_RIGHT)
            : words.of(
                over.isPositive() ? DoneWord.COUNT_OVER : DoneWord.COUNT_SHORT,
                words.money(over.abs()));
    return words.of(
            DoneWord.COUNT,
            Long.toString(drawer.session()),
            words.money(drawer.cash()),
            words.money(counted),
            result)
        + unsent();
  }

  /** A session is closed whether or not HQ has its entries. */
  private String unsent() {
    long waiting = parts.delivery().get().onTheWay();
    return waiting == 0 ? "" : " " + parts.words().of(DoneWord.ON_THE_WAY, waiting);
  }
}

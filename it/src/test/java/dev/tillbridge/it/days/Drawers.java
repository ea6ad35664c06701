package dev.tillbridge.it.days;

import dev.tillbridge.model.drawer.CashMovement;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.register.drawer.CloseDrawer;
import dev.tillbridge.register.drawer.HandOver;
import dev.tillbridge.register.drawer.MoveCash;
import dev.tillbridge.register.drawer.OpenWithoutSale;
import dev.tillbridge.register.drawer.PrintReading;
import dev.tillbridge.register.drawer.SetAside;
import dev.tillbridge.register.drawer.TakeUp;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.offsite.EndOffsite;
import dev.tillbridge.register.offsite.StartOffsite;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.Money;

/** Drawers, and the events whose drawers are their own. */
final class Drawers {

  private final Store store;
  private final Chance chance;

  Drawers(Store store, Chance chance) {
    this.store = store;
    this.chance = chance;
  }

  /** Somebody is signed on, mostly Ann, and a drawer is in. */
  void ready(Register at) {
    if (at.lane.view().operator() == null) {
      signOn(at);
    }
    if (at.lane.state().session() == null && !chance.oneIn(8)) {
      List<DrawerSession> aside = at.lane.state().open().aside();
      if (!aside.isEmpty() && chance.oneIn(2)) {
        at.lane.carryOut(new TakeUp(chance.of(aside).number()));
      } else {
        at.lane.openDrawer(Money.of(Store.NOTHING.getCurrencyUnit(), 20 + chance.below(100)));
      }
    }
  }

  Outcome signOn(Register at) {
    return chance.oneIn(4) ? at.lane.signOn("1002", "5678") : at.lane.signOn("1001", "1234");
  }

  Outcome signOff(Register at) {
    return at.lane.signOff();
  }

  Outcome approve(Register at) {
    return at.lane.approve("1001", "1234");
  }

  Outcome moveCash(Register at) {
    return at.lane.carryOut(
        new MoveCash(chance.of(List.of(CashMovement.values())), chance.pence(3_000), "Change"));
  }

  Outcome openWithoutSale(Register at) {
    return at.lane.carryOut(new OpenWithoutSale("Coins"));
  }

  Outcome reading(Register at) {
    return at.lane.carryOut(new PrintReading());
  }

  Outcome setAside(Register at) {
    return at.lane.carryOut(new SetAside());
  }

  Outcome handOver(Register at) {
    return at.lane.carryOut(new HandOver("1002", chance.oneIn(2) ? null : chance.pence(9_000)));
  }

  /** Counted, at times with a coin too many or too few; foreign notes are all there, or gone. */
  Outcome close(Register at) {
    DrawerSession session = at.lane.state().session();
    if (session == null) {
      return at.lane.closeDrawer(Store.NOTHING);
    }
    Money off = chance.oneIn(2) ? Store.NOTHING : chance.pence(300).minus(chance.pence(300));
    Money counted = session.expectedCash().plus(off);
    boolean gone = chance.oneIn(10);
    List<Money> foreign =
        session.besides().foreign().stream().map(each -> gone ? each.minus(each) : each).toList();
    return at.lane.carryOut(
        new CloseDrawer(List.of(), counted.isNegative() ? Store.NOTHING : counted, foreign));
  }

  /** The drawers are counted or set aside, and the lane sells at an event until it comes back. */
  Outcome goOffsite(Register at) {
    if (at.lane.state().open().event() != null) {
      close(at);
      return at.lane.carryOut(new EndOffsite());
    }
    if (chance.oneIn(2)) {
      close(at);
    } else {
      setAside(at);
    }
    LocalDate today = LocalDate.ofInstant(store.clock.instant(), ZoneOffset.UTC);
    return at.lane.carryOut(
        new StartOffsite(
            "Fair",
            "Park",
            today,
            today.plusDays(chance.below(3)),
            "MUG,,5.00\nCIDER,Cider,3.50,STANDARD,\n"));
  }
}

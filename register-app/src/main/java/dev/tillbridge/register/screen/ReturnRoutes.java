package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.returns.BringBack;
import dev.tillbridge.register.returns.ReceiptDesk;
import dev.tillbridge.register.returns.ReceiptDesk.Looked;
import dev.tillbridge.register.returns.ReturnChoice;
import dev.tillbridge.register.returns.ReturnRefusal;
import dev.tillbridge.register.words.DoneWord;
import io.javalin.config.RoutesConfig;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** Goods that come back by receipt. */
final class ReturnRoutes {

  private final Lane lane;
  private final ReceiptDesk receipts;

  ReturnRoutes(Lane lane, ReceiptDesk receipts) {
    this.lane = lane;
    this.receipts = receipts;
  }

  void addTo(RoutesConfig routes, LaneCommands commands) {
    commands.add(routes, "/lane/return", this::bringBack, DoneWord.GOODS_BACK);
  }

  /** Fields: receipt, reason, and q1, q2, ... or all. */
  private Outcome bringBack(FormValues form) {
    return switch (receipts.look(form.text("receipt"))) {
      case Looked.Found found ->
          lane.carryOut(
              new BringBack(
                  found.sold().ticket(),
                  quantities(form, found),
                  form.text("reason"),
                  found.elsewhere()));
      case Looked.Asking(String number) -> refused(new ReturnRefusal.HqAsked(number));
      case Looked.NotFound(ReturnRefusal why) -> refused(why);
    };
  }

  private Outcome refused(ReturnRefusal why) {
    return new Outcome.Refused(why, lane.view());
  }

  private SortedMap<Integer, BigDecimal> quantities(FormValues form, Looked.Found found) {
    SortedMap<Integer, BigDecimal> quantities = new TreeMap<>();
    boolean all = form.text("all").equals("yes");
    for (ReturnChoice choice :
        ReturnChoice.of(
            found.sold().ticket(),
            lane.view().ticket().lines(),
            lane.state().open(),
            found.elsewhere())) {
      String typed = form.text("q" + choice.line().number());
      if (all && choice.left().signum() > 0) {
        quantities.put(choice.line().number(), choice.left());
      } else if (!all && !typed.isEmpty()) {
        quantities.put(choice.line().number(), form.quantity("q" + choice.line().number()));
      }
    }
    return quantities;
  }
}

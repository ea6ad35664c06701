package dev.tillbridge.it.days;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.journal.HandedOver;
import dev.tillbridge.register.document.Begin;
import dev.tillbridge.register.document.Cancel;
import dev.tillbridge.register.document.HandOver;
import dev.tillbridge.register.document.Pay;
import dev.tillbridge.register.document.PickUp;
import dev.tillbridge.register.document.Recall;
import dev.tillbridge.register.document.Taken;
import dev.tillbridge.register.lane.Outcome;
import java.util.List;
import java.util.Optional;

/** Holds, quotes, orders and layaways, also of other lanes. */
final class Promises {

  private final Store store;
  private final Chance chance;

  Promises(Store store, Chance chance) {
    this.store = store;
    this.chance = chance;
  }

  Outcome begin(Register at) {
    return at.lane.carryOut(
        switch (chance.below(4)) {
          case 0 -> Begin.hold("h");
          case 1 -> Begin.quote("q", null);
          case 2 -> Begin.order("o", null, chance.pence(4_000));
          default -> Begin.layaway("l", 1 + chance.below(4), 7);
        });
  }

  Outcome pay(Register at) {
    return at.lane.carryOut(new Pay(number(at), chance.pence(4_000)));
  }

  Outcome pickUp(Register at) {
    return at.lane.carryOut(new PickUp(number(at)));
  }

  Outcome cancel(Register at) {
    return at.lane.carryOut(new Cancel(number(at)));
  }

  Outcome recall(Register at) {
    return at.lane.carryOut(new Recall(number(at)));
  }

  /** The lane asks another for a document; at times the answer is lost after the deed. */
  Outcome takeOver(Register to) {
    List<HandedOver> waiting =
        store.onTheWay().stream().filter(left -> left.to().equals(to.id)).toList();
    if (!waiting.isEmpty() && chance.oneIn(2)) {
      return taken(to, chance.of(waiting).document());
    }
    Register from = chance.of(store.registers);
    List<Document> there = from.lane.recorded().open().documents();
    if (from.id.equals(to.id) || there.isEmpty()) {
      return Paying.done(to);
    }
    String number = chance.of(there).number();
    var _ = from.lane.carryOutUnasked(new HandOver(number, to.id));
    Optional<HandedOver> left =
        from.lane.recorded().open().handedOver(number).filter(each -> each.to().equals(to.id));
    return left.isEmpty() || chance.oneIn(4) ? Paying.done(to) : taken(to, left.get().document());
  }

  private static Outcome taken(Register to, Document left) {
    return to.lane
        .carryOutUnasked(new Taken(left))
        .<Outcome>map(why -> new Outcome.Refused(why, to.lane.view()))
        .orElseGet(() -> Paying.done(to));
  }

  /** Mostly of a document that is open here. */
  private String number(Register at) {
    List<Document> here = at.lane.state().open().documents();
    List<Document> open = here.isEmpty() || chance.oneIn(10) ? store.documents() : here;
    return open.isEmpty() ? at.id + "-D" + (1 + chance.below(9)) : chance.of(open).number();
  }
}

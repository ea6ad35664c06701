package dev.tillbridge.register.document;

import static dev.tillbridge.register.lane.Shop.gbp;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.register.elsewhere.Chain;
import dev.tillbridge.register.elsewhere.Elsewhere;
import dev.tillbridge.register.elsewhere.Errands;
import dev.tillbridge.register.elsewhere.Line;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.shared.HqTold;
import dev.tillbridge.register.shared.SharedFile;
import dev.tillbridge.register.shared.SharedRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Several lanes that can ask each other; what is asked is answered before the next step. */
final class Lanes {

  final Chain chain = new Chain();
  final HqTold hq = new HqTold();
  final Map<LaneId, At> all = new TreeMap<>();

  /** A lane with the drawer open; everybody is everybody's neighbour. */
  At add(String id) {
    At at = new At(Shop.open(id, gbp("0.00")));
    all.put(at.id, at);
    all.values().forEach(At::connect);
    return at;
  }

  List<EntryBody> bodies() {
    return all.values().stream()
        .flatMap(each -> each.shop.journal.entries().stream())
        .map(stored -> stored.entry().body())
        .toList();
  }

  /** One lane and what goes with it. */
  final class At {
    final Shop shop;
    final LaneId id;
    SharedRecords shared;
    DocumentDesk desk;

    private At(Shop shop) {
      this.shop = shop;
      this.id = shop.journal.lane();
      this.shared = new SharedRecords(id, hq, SharedFile.NONE, shop.clock);
      this.desk = connected();
    }

    private DocumentDesk connected() {
      Map<LaneId, Line> neighbours = new HashMap<>();
      all.keySet().stream()
          .filter(each -> !each.equals(id))
          .forEach(each -> neighbours.put(each, chain.neighbour(id, each)));
      DocumentDesk connected =
          new DocumentDesk(
              shop.lane,
              new Elsewhere(chain.store(id), neighbours, shop.clock),
              shared,
              new Errands(Runnable::run),
              shop.clock);
      chain.answers(id.toString(), answers());
      return connected;
    }

    private void connect() {
      desk = connected();
    }

    DocumentAnswers answers() {
      return new DocumentAnswers(shop.lane, shared);
    }

    /** The power goes and comes back; the clerk signs on again. */
    void restart() {
      shop.restart();
      shared = new SharedRecords(id, hq, SharedFile.NONE, shop.clock);
      connect();
      shop.lane.signOn("1001", "1234");
    }

    Lane lane() {
      return shop.lane;
    }

    List<Document> open() {
      return shop.lane.state().open().documents();
    }

    void hold(String label) {
      shop.scan("85123A", "1");
      shop.lane.carryOut(Begin.hold(label));
    }

    void order(String label, String deposit) {
      shop.scan("85123A", "1");
      shop.lane.carryOut(Begin.order(label, null, gbp(deposit)));
      shop.lane.tenderExactCash();
    }

    Outcome recall(String number) {
      return desk.carryOut(number, new Recall(number));
    }

    Outcome pickUp(String number) {
      return desk.carryOut(number, new PickUp(number));
    }

    Outcome pay(String number, String amount) {
      return desk.carryOut(number, new Pay(number, gbp(amount)));
    }

    Outcome cancel(String number) {
      return desk.carryOut(number, new Cancel(number));
    }
  }
}

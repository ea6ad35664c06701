package dev.tillbridge.it.days;

import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.register.card.CardDesk;
import dev.tillbridge.register.document.DocumentRules;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneParts;
import dev.tillbridge.register.lane.LaneProfile;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.operator.Operators;
import dev.tillbridge.register.pricing.DiscountLimits;
import dev.tillbridge.register.receipt.ReceiptLayout;
import dev.tillbridge.register.tender.CardRules;
import dev.tillbridge.register.tender.CashRounding;
import dev.tillbridge.register.tender.TenderRules;
import dev.tillbridge.register.words.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One lane with what is around it. A restart makes a new lane on what the disk has kept. */
final class Register {

  static final String PIN_HASH = "hash of ";
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final Operators PEOPLE =
      new Operators(
          List.of(
              new Operator("1001", "Ann", OperatorRole.MANAGER, PIN_HASH + "1234"),
              new Operator("1002", "Ben", OperatorRole.CLERK, PIN_HASH + "5678")));
  private static final LaneProfile PROFILE =
      new LaneProfile(
          CurrencyUnit.GBP,
          ZONE,
          new ReceiptLayout(List.of("Tillbridge Shop"), ZONE, Words.english()),
          new DiscountLimits(BigDecimal.TEN, BigDecimal.valueOf(100)),
          new TenderRules(
              new CashRounding(new BigDecimal("0.05")),
              new TreeMap<>(Map.of(CurrencyUnit.EUR, new BigDecimal("0.85"))),
              new CardRules(new BigDecimal("50"), 6, new BigDecimal("200"), Duration.ofHours(24)),
              Money.zero(CurrencyUnit.GBP),
              OperatorRole.MANAGER),
          1,
          1,
          DocumentRules.USUAL);

  final LaneId id;
  final ArrayDeque<Runnable> besideTheLane = new ArrayDeque<>();
  Disk disk;
  Lane lane;
  CardDesk cards;
  private final Store store;
  private final List<Disk> earlier = new ArrayList<>();
  private @Nullable Watermark hq;
  private int cardKeys;

  Register(LaneId id, Store store) {
    this.id = id;
    this.store = store;
    this.disk = new Disk(id, 20261122081500L);
    this.lane = started();
    this.cards = desk();
  }

  /** The power went and comes back; nobody is signed on. */
  void restart() {
    disk.calm();
    besideTheLane.clear();
    lane.close();
    lane = started();
    cards = desk();
  }

  /** An empty disk; HQ tells which numbers it has seen of this lane. */
  void newLife(Watermark told) {
    earlier.add(disk);
    disk = new Disk(id, disk.epoch + 1);
    hq = told;
    restart();
  }

  /** All entries of all lives, oldest first. */
  List<StoredEntry> everything() {
    List<StoredEntry> all = new ArrayList<>();
    earlier.forEach(before -> all.addAll(before.everything()));
    all.addAll(disk.everything());
    return all;
  }

  private Lane started() {
    return new Lane(
        new LaneParts(
            disk,
            disk.states(),
            disk.tickets(),
            store.shelf,
            PEOPLE,
            (pin, hash) -> hash.equals(PIN_HASH + pin),
            new Counter(),
            this::delivery,
            store.clock),
        PROFILE);
  }

  private CardDesk desk() {
    return new CardDesk(
        lane,
        new Bank(store.acquirer),
        () -> id + "-" + ++cardKeys,
        store.clock,
        besideTheLane::add);
  }

  private DeliveryStatus delivery() {
    return new DeliveryStatus(
        0, hq, null, null, new DiskStatus(DiskStatus.Level.AMPLE, 1L << 40, 1L << 28), null);
  }

  @Override
  public String toString() {
    return id.register();
  }
}

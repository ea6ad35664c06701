package dev.tillbridge.register.card;

import dev.tillbridge.devices.acquirer.SimulatedAcquirer;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.journal.CardPending;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Scan;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.lane.ShopBook;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.tender.CardRules;
import dev.tillbridge.register.tender.CashRounding;
import dev.tillbridge.register.tender.TenderRules;
import dev.tillbridge.register.ticket.OpenTicketStore;
import dev.tillbridge.register.ticket.SavedTicket;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A shop that takes cards; what beside the lane would be a thread is done here when it is told. */
final class CardShop {

  static final CardRules RULES =
      new CardRules(new BigDecimal("50"), 4, new BigDecimal("120"), Duration.ofHours(24));

  final Shop shop = Shop.open();
  final BankLine bank = new BankLine(SimulatedAcquirer.inMemory(shop.clock));
  final CutStore store = new CutStore(shop);
  final ArrayDeque<Runnable> work = new ArrayDeque<>();
  CardDesk desk;
  private int keys;

  CardShop() {
    shop.tenders =
        new TenderRules(
            CashRounding.none(CurrencyUnit.GBP),
            new TreeMap<>(Map.of(CurrencyUnit.EUR, new BigDecimal("0.85"))),
            RULES,
            Money.zero(CurrencyUnit.GBP),
            OperatorRole.MANAGER);
    shop.book = Optional.of(new ShopBook(7).with("MUG", "Mug", "GBP 5.00", ShopBook.STANDARD));
    shop.onDisk(store);
    desk = newDesk();
  }

  private CardDesk newDesk() {
    return new CardDesk(shop.lane, bank, () -> "S01-R01-" + ++keys, shop.clock, work::add);
  }

  /** The power goes and comes back, and the clerk signs on again. */
  void restart() {
    work.clear();
    bank.power();
    store.power();
    shop.restart();
    shop.lane.signOn("1001", "1234");
    desk = newDesk();
  }

  /** Rings a mug of 5.00 so many times. */
  void ring(int pieces) {
    shop.lane.scan(Scan.of("MUG", BigDecimal.valueOf(pieces)));
  }

  /** Lets the terminal answer. */
  void answer() {
    while (!work.isEmpty()) {
      work.poll().run();
    }
  }

  CardTold pay(String amount) {
    desk.pay(amount.isEmpty() ? null : Shop.gbp(amount));
    answer();
    return desk.told();
  }

  void lookUntilNothingIsLeft() {
    for (int i = 0; i < 1_000 && (underWay() || !desk.waiting().isEmpty()); i++) {
      desk.look();
    }
  }

  boolean underWay() {
    return view().ticket().card() != null;
  }

  LaneView view() {
    return shop.lane.view();
  }

  List<CardPending> waiting() {
    return desk.waiting();
  }

  List<Ticket> tickets() {
    return bodies(EntryBody.TicketCompleted.class).stream()
        .map(EntryBody.TicketCompleted::ticket)
        .toList();
  }

  <T> List<T> bodies(Class<T> kind) {
    return shop.journal.entries().stream()
        .map(stored -> stored.entry().body())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  Money held() {
    return bank.acquirer.book().held(CurrencyUnit.GBP);
  }

  /** What the tickets, the open one too, say was moved under each key; less what was declined. */
  Map<String, Money> said() {
    Map<String, Money> said = new HashMap<>();
    List<Tender> tenders = new ArrayList<>(view().ticket().tenders());
    tickets().forEach(ticket -> tenders.addAll(ticket.tenders()));
    for (Tender tender : tenders) {
      if (tender instanceof Tender.Card card
          && said.put(card.card().key(), card.amount()) != null) {
        throw new AssertionError("Payment " + card.card().key() + " is on two tickets.");
      }
    }
    bodies(CardEntry.Forwarded.class).stream()
        .filter(word -> word.reason() != null)
        .forEach(word -> said.put(word.key(), Shop.gbp("0.00")));
    return said;
  }

  /** The open ticket's file; the power can go just before or just after it is written. */
  static final class CutStore implements OpenTicketStore {

    private final Shop shop;
    private int saves = -1;
    private boolean after;

    CutStore(Shop shop) {
      this.shop = shop;
    }

    /** The power goes at this save from now on, counted from 0. */
    void cutAt(int save, boolean afterIt) {
      saves = save;
      after = afterIt;
    }

    void power() {
      saves = -1;
    }

    @Override
    public void save(SavedTicket ticket) {
      boolean now = saves-- == 0;
      if (now && !after) {
        throw new PowerCut();
      }
      shop.openTickets.save(ticket);
      if (now) {
        throw new PowerCut();
      }
    }

    @Override
    public Optional<SavedTicket> load() {
      return shop.openTickets.load();
    }

    @Override
    public void remove() {
      boolean now = saves-- == 0;
      if (now && !after) {
        throw new PowerCut();
      }
      shop.openTickets.remove();
      if (now) {
        throw new PowerCut();
      }
    }
  }
}

package dev.tillbridge.register.offsite;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.offsite.OffsiteItem;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.document.Begin;
import dev.tillbridge.register.document.Cancel;
import dev.tillbridge.register.document.PickUp;
import dev.tillbridge.register.document.Recall;
import dev.tillbridge.register.drawer.SetAside;
import dev.tillbridge.register.drawer.TakeUp;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.lane.ShopBook;
import dev.tillbridge.register.returns.BringBack;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random weeks of a register that goes to events: restarts, failing writes, saved tickets that come
 * back, checkpoints and purges, new price books, days that pass. A seed that fails is added to the
 * list.
 */
class AnyEventTest {

  private static final int DEEDS = 2_000;
  private static final List<String> CODES =
      List.of("85123A", "5085123A", "71053", "22752", "HOT1", "NUTS");
  private static final List<String> QUICK = List.of("HOT1", "NUTS");

  private final Shop shop = Shop.open();
  private final List<StoredEntry> seen = new ArrayList<>();
  private int books = 7;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20261127})
  void noPriceAndNoItemLeavesItsEventAndEveryTicketOfItIsMarked(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < DEEDS; i++) {
      if (random.nextInt(12) == 0) {
        shop.journal.failNextAppend(Fault.values()[random.nextInt(Fault.values().length)]);
        shop.journal.unreadable(random.nextBoolean());
      }
      shop.openTickets.forgetRemovals = random.nextInt(4) == 0;
      deed(random);
      shop.journal.unreadable(false);
      if (random.nextInt(10) == 0) {
        shop.restart();
      }
      if (shop.lane.view().operator() == null) {
        shop.lane.signOn("1001", "1234");
      }
      if (random.nextInt(40) == 0) {
        purge();
      }
      look();
    }
    check();
  }

  /** What the register lets go was seen before. */
  private void purge() {
    look();
    if (shop.lane.checkpoint()) {
      look();
      shop.journal.letGo(seen.getLast().entry().id().sequence() - 1);
    }
  }

  private void look() {
    long last = seen.isEmpty() ? 0 : seen.getLast().entry().id().sequence();
    shop.journal.readAfter(last, seen::add);
  }

  private void deed(RandomGenerator random) {
    LaneView view = shop.lane.view();
    switch (random.nextInt(44)) {
      case 0, 30, 31, 40, 41 -> shop.lane.openDrawer(gbp("100.00"));
      case 1 -> {
        if (view.drawer() != null) {
          shop.lane.closeDrawer(view.drawer().cash());
        }
      }
      case 2 -> shop.lane.carryOut(new SetAside());
      case 3, 37, 38, 39 -> takeUp(random);
      case 4, 5 -> start(random);
      case 6 -> shop.lane.carryOut(new EndOffsite());
      case 7 -> shop.clock.advance(Duration.ofHours(random.nextInt(16)));
      case 8 -> shop.lane.lookAround();
      case 9 -> shop.lane.voidLine(1);
      case 10 -> shop.lane.voidTicket();
      case 11 -> shop.lane.carryOut(random.nextBoolean() ? Begin.hold("") : Begin.quote("", null));
      case 12 -> document(random);
      case 13 -> shop.kind(random.nextBoolean() ? TicketKind.RETURN : TicketKind.SALE);
      case 14 -> shop.lane.overridePrice(1, gbp("1.00"), "Damaged");
      case 15 -> bringBack(random);
      case 16 -> shop.book = Optional.of(new ShopBook(++books));
      case 17, 18, 19, 20, 32, 33, 34, 35, 36 -> shop.lane.tenderExactCash();
      default -> shop.scan(CODES.get(random.nextInt(CODES.size())), "1");
    }
  }

  private void takeUp(RandomGenerator random) {
    List<DrawerSession> aside = shop.lane.state().open().aside();
    if (!aside.isEmpty()) {
      shop.lane.carryOut(new TakeUp(aside.get(random.nextInt(aside.size())).number()));
    }
  }

  private void start(RandomGenerator random) {
    LocalDate today = shop.lane.standing().nextBusinessDate();
    LocalDate from = today.plusDays(random.nextInt(2));
    shop.lane.carryOut(
        new StartOffsite(
            "Fair",
            "Park",
            from,
            from.plusDays(random.nextInt(3)),
            "85123A,,2.00\nHOT1,Wine,4.50,standard\nNUTS,Nuts,3.00,reduced"));
  }

  private void document(RandomGenerator random) {
    List<Document> open = shop.lane.state().open().documents();
    if (!open.isEmpty()) {
      String number = open.get(random.nextInt(open.size())).number();
      switch (random.nextInt(3)) {
        case 0 -> shop.lane.carryOut(new Recall(number));
        case 1 -> shop.lane.carryOut(new PickUp(number));
        default -> shop.lane.carryOut(new Cancel(number));
      }
    }
  }

  private void bringBack(RandomGenerator random) {
    List<Ticket> tickets = new ArrayList<>();
    for (StoredEntry stored : seen) {
      if (stored.entry().body() instanceof EntryBody.TicketCompleted completed) {
        tickets.add(completed.ticket());
      }
    }
    if (!tickets.isEmpty()) {
      TreeMap<Integer, BigDecimal> all = new TreeMap<>();
      all.put(1, BigDecimal.ONE);
      shop.lane.carryOut(
          new BringBack(tickets.get(random.nextInt(tickets.size())), all, "Not liked"));
    }
  }

  private void check() {
    OffsiteEvent running = null;
    Set<Long> shops = new HashSet<>();
    Set<Long> events = new HashSet<>();
    int inside = 0;
    int outside = 0;
    for (StoredEntry stored : seen) {
      JournalEntry entry = stored.entry();
      switch (entry.body()) {
        case OffsiteEntry.Started started -> {
          assertThat(running).isNull();
          running = started.event();
        }
        case OffsiteEntry.Ended ended -> {
          assertThat(running).isNotNull();
          assertThat(ended.event()).isEqualTo(there(running).id());
          if (entry.operator().equals("register")) {
            assertThat(entry.businessDate()).isAfter(there(running).to());
          }
          running = null;
        }
        case EntryBody.TicketCompleted completed -> {
          ticket(completed.ticket(), running);
          assertThat(running == null ? events : shops).doesNotContain(completed.drawerSession());
          (running == null ? shops : events).add(completed.drawerSession());
          if (running == null) {
            outside++;
          } else {
            inside++;
            assertThat(entry.businessDate()).isBetween(running.from(), running.to());
          }
        }
        case DocumentRecorded recorded ->
            assertThat(recorded.document().lines())
                .allMatch(line ->
                    line.isFromReceipt() // for what was paid then
                        || line.event() == null && !QUICK.contains(line.item()));
        case DrawerEntry.TakenUp taken -> {
          if (running != null) {
            assertThat(running.hasSession(taken.drawerSession())).isTrue();
          }
        }
        case EntryBody other -> {}
      }
    }
    assertThat(inside).as("tickets of events").isGreaterThan(3);
    assertThat(outside).as("tickets of the shop").isGreaterThan(3);
  }

  private static void ticket(Ticket ticket, @Nullable OffsiteEvent running) {
    assertThat(ticket.event()).isEqualTo(running == null ? null : running.title());
    for (TicketLine line : ticket.lines()) {
      if (line.isFromReceipt()) {
        continue; // for what was paid then
      }
      if (running == null) {
        assertThat(line.event()).isNull();
        assertThat(QUICK).doesNotContain(line.item());
      }
      OffsiteItem own =
          running == null || ticket.document() != null
              ? null
              : running.item(line.item()).orElse(null);
      if (own != null) {
        assertThat(line.event()).isEqualTo(there(running).id());
        assertThat(byBook(line)).isEqualTo(own.price());
      } else if (line.item().equals("85123A")) {
        assertThat(byBook(line)).isEqualTo(gbp("2.55"));
      }
    }
  }

  private static Money byBook(TicketLine line) {
    return line.override() == null ? line.unitPrice() : line.override().bookPrice();
  }
}

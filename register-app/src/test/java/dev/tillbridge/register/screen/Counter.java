package dev.tillbridge.register.screen;

import dev.tillbridge.devices.javapos.JavaPosPeripherals;
import dev.tillbridge.devices.peripherals.Peripherals;
import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.devices.simulated.SimulatedJposXml;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.InMemoryJournal;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.register.card.CardDesk;
import dev.tillbridge.register.customer.SwipeCard;
import dev.tillbridge.register.document.DocumentRules;
import dev.tillbridge.register.elsewhere.Chain;
import dev.tillbridge.register.elsewhere.Elsewhere;
import dev.tillbridge.register.elsewhere.Errands;
import dev.tillbridge.register.favourites.Favourites;
import dev.tillbridge.register.favourites.SoldMost;
import dev.tillbridge.register.lane.BooksInMemory;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneParts;
import dev.tillbridge.register.lane.LaneProfile;
import dev.tillbridge.register.lane.Scan;
import dev.tillbridge.register.lane.SteppedDelivery;
import dev.tillbridge.register.openticket.OpenTicketFile;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.operator.Operators;
import dev.tillbridge.register.pricing.DiscountLimits;
import dev.tillbridge.register.projection.StateCache;
import dev.tillbridge.register.receipt.ReceiptLayout;
import dev.tillbridge.register.search.ItemSearch;
import dev.tillbridge.register.shared.HqTold;
import dev.tillbridge.register.shared.SharedFile;
import dev.tillbridge.register.shared.SharedRecords;
import dev.tillbridge.register.tender.CardRules;
import dev.tillbridge.register.tender.CashRounding;
import dev.tillbridge.register.tender.TenderRules;
import dev.tillbridge.register.weighing.ScaleDesk;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.signon.PasswordHash;
import dev.tillbridge.screens.web.WebAddress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A whole counter: lane, simulated JavaPOS devices and screen, with a journal in memory. */
final class Counter implements AutoCloseable {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Hashed once: that takes longer than most tests here. */
  private static final List<Operator> PEOPLE = people(new SecureRandom());

  final SmallBook book;

  /** What the register rings with; the one above at first. */
  final AtomicReference<PriceBook> books;

  final SwitchedLink link;
  final InMemoryJournal journal;
  final SteppedDelivery delivery;
  final SimulatedDevices devices;
  final Lane lane;
  final RegisterScreen screen;
  final ItemSearch search;
  final CardDesk cards;

  /** Others, whom nobody reaches at first. */
  /** Of every counter here, switched off until {@code chain} has it on. */
  static final LaneId NEIGHBOUR = LaneId.parse("S41-R99");

  final Chain chain = new Chain();

  final HqTold hq = new HqTold();
  final SharedRecords shared;
  final Desks desks;
  private final Errands errands = Errands.start();
  private final Peripherals peripherals;

  private static final TenderRules TENDERS =
      new TenderRules(
          CashRounding.none(CurrencyUnit.GBP),
          new TreeMap<>(Map.of(CurrencyUnit.EUR, new BigDecimal("0.85"))),
          new CardRules(new BigDecimal("20"), 3, new BigDecimal("50"), Duration.ofHours(24)),
          Money.zero(CurrencyUnit.GBP),
          OperatorRole.MANAGER);

  Counter(Path folder, LaneId id, int port) throws IOException {
    this(folder, id, port, Duration.ZERO);
  }

  /**
   * @param receiptLineTime what the printer takes for a line
   */
  Counter(Path folder, LaneId id, int port, Duration receiptLineTime) throws IOException {
    this(folder, id, port, receiptLineTime, Words.english());
  }

  Counter(Path folder, LaneId id, int port, Duration receiptLineTime, Words words)
      throws IOException {
    Clock clock = Clock.systemUTC();
    chain.cut(id, true);
    chain.off(NEIGHBOUR.toString(), true);
    SecureRandom random = new SecureRandom();
    Path jposXml = folder.resolve("jpos.xml");
    SimulatedJposXml.write(jposXml, id, folder.resolve("paper"), receiptLineTime);
    book = new SmallBook(clock.instant().minus(Duration.ofHours(3)));
    books = new AtomicReference<>(book.inMemory());
    BooksInMemory ringing = new BooksInMemory(() -> Optional.of(books.get()));
    search = ItemSearch.start(ringing::current);
    link = new SwitchedLink(clock.instant());
    journal = new InMemoryJournal(id, 20261122081500L);
    delivery = new SteppedDelivery(journal::recorded);
    devices = SimulatedDevices.of(id);
    peripherals = JavaPosPeripherals.open(jposXml, id);
    lane =
        new Lane(
            new LaneParts(
                journal,
                StateCache.NONE,
                new OpenTicketFile(folder, clock),
                ringing,
                new Operators(PEOPLE),
                (pin, hash) -> PasswordHash.parse(hash).verify(pin),
                peripherals,
                delivery,
                clock),
            new LaneProfile(
                CurrencyUnit.GBP,
                LONDON,
                new ReceiptLayout(List.of("The Gift Shop", "12 Harbour Street"), LONDON, words),
                new DiscountLimits(BigDecimal.TEN, BigDecimal.valueOf(100)),
                TENDERS,
                1,
                1,
                DocumentRules.USUAL));
    ScaleDesk scale = new ScaleDesk(lane, ringing, peripherals);
    peripherals.onScan(code -> scale.scan(Scan.of(code)));
    cards =
        CardDesk.start(lane, peripherals.cardTerminal(), () -> id + "-" + UUID.randomUUID(), clock);
    shared = new SharedRecords(id, hq, SharedFile.NONE, clock);
    desks =
        Desks.of(
            lane,
            journal,
            () -> delivery.get().atHq(),
            new Elsewhere(
                chain.store(id), Map.of(NEIGHBOUR, chain.neighbour(id, NEIGHBOUR)), clock),
            shared,
            errands,
            clock);
    peripherals.onSwipe(swipe -> lane.carryOut(new SwipeCard(swipe, desks.customers())));
    SoldMost sold = new SoldMost();
    lane.onChange(sold::changed);
    screen =
        RegisterScreen.start(
            new WebAddress("web.port", "127.0.0.1", port),
            new ScreenParts(
                lane,
                link,
                delivery,
                journal,
                devices,
                "The Gift Shop",
                "0123 4567 89AB CDEF",
                clock,
                LONDON,
                random,
                () -> "# no figures\n",
                words,
                ringing,
                search,
                Favourites.of(sold),
                cards,
                scale,
                desks));
  }

  private static List<Operator> people(SecureRandom random) {
    return List.of(
        new Operator("ann", "Ann Ek", OperatorRole.MANAGER, hash("1111", random)),
        new Operator("bo", "Bo Lind", OperatorRole.CLERK, hash("2222", random)));
  }

  private static String hash(String pin, SecureRandom random) {
    return PasswordHash.hash(pin, random).encoded();
  }

  @Override
  public void close() {
    cards.close();
    errands.close();
    screen.close();
    search.close();
    lane.close();
    peripherals.close();
  }
}

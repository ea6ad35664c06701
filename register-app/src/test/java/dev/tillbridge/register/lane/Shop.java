package dev.tillbridge.register.lane;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.InMemoryJournal;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.document.DocumentRules;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.operator.Operators;
import dev.tillbridge.register.pricing.DiscountLimits;
import dev.tillbridge.register.projection.StateCache;
import dev.tillbridge.register.receipt.ReceiptLayout;
import dev.tillbridge.register.returns.BlindReturn;
import dev.tillbridge.register.tender.TenderRules;
import dev.tillbridge.register.ticket.OpenTicketStore;
import dev.tillbridge.register.words.Words;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A lane with everything around it in memory; {@link #restart} gives a new lane on what is kept.
 */
public final class Shop {

  public final InMemoryJournal journal;
  public final SteppedClock clock = new SteppedClock("2026-11-22T08:30:00.123456Z");
  public final SteppedDelivery delivery;
  public final CounterDevices devices = new CounterDevices();
  public final OpenTicketsInMemory openTickets = new OpenTicketsInMemory();
  public Optional<PriceBook> book = Optional.of(new ShopBook(7));
  public BooksInMemory books = new BooksInMemory(() -> book);
  public StateCache states = StateCache.NONE;
  public long firstTicket = 1;
  public TenderRules tenders = TenderRules.plain(CurrencyUnit.GBP);
  public Words words = Words.english();
  public Lane lane;
  private OpenTicketStore kept = openTickets;

  private final Money allowance;

  public Shop() {
    this(gbp("0.00"));
  }

  /**
   * @param allowance of a stored value issued elsewhere
   */
  public Shop(Money allowance) {
    this(LaneId.parse("S01-R01"), allowance);
  }

  /** Another lane of the chain. */
  public Shop(LaneId id, Money allowance) {
    this.journal = new InMemoryJournal(id, 20261122081500L);
    this.delivery = new SteppedDelivery(journal::recorded);
    this.allowance = allowance;
    lane = started();
  }

  /** A shop whose clerk has signed on and opened the drawer with 100.00. */
  public static Shop open() {
    Shop shop = new Shop();
    shop.lane.signOn("1001", "1234");
    shop.lane.openDrawer(gbp("100.00"));
    return shop;
  }

  /** The same at another lane of the chain. */
  public static Shop open(String lane, Money allowance) {
    Shop shop = new Shop(LaneId.parse(lane), allowance);
    shop.lane.signOn("1001", "1234");
    shop.lane.openDrawer(gbp("100.00"));
    return shop;
  }

  public static Money gbp(String amount) {
    return Money.of(CurrencyUnit.GBP, new BigDecimal(amount));
  }

  /** The same shop, in this language from now on; Ann has signed on again. */
  public Shop in(Words language) {
    words = language;
    restart();
    lane.signOn("1001", "1234");
    return this;
  }

  /** The power goes and comes back: only journal, cache and saved ticket remain. */
  public Lane restart() {
    lane = started();
    return lane;
  }

  /** The same shop with this book, a drawer opened by its manager, and the clerk Ben selling. */
  public static Shop withClerk(PriceBook book) {
    Shop shop = new Shop();
    shop.book = Optional.of(book);
    shop.lane.signOn("1001", "1234");
    shop.lane.openDrawer(gbp("100.00"));
    shop.lane.signOff();
    shop.lane.signOn("1002", "5678");
    return shop;
  }

  /** The lane goes on with its open ticket in this store. */
  public void onDisk(OpenTicketStore store) {
    kept = store;
    restart();
    lane.signOn("1001", "1234");
  }

  /** What must be there. */
  public static <T> T there(@Nullable T value) {
    return Objects.requireNonNull(value, "it should be there");
  }

  private Lane started() {
    Operators operators =
        new Operators(
            List.of(
                new Operator("1001", "Ann", OperatorRole.MANAGER, "hash of 1234"),
                new Operator("1002", "Ben", OperatorRole.CLERK, "hash of 5678"),
                new Operator("1003", "Cid", OperatorRole.CLERK, "hash of 2468"),
                new Operator("1004", "Dee", OperatorRole.SUPERVISOR, "hash of 1357")));
    return new Lane(
        new LaneParts(
            journal,
            states,
            kept,
            books,
            operators,
            (pin, hash) -> hash.equals("hash of " + pin),
            devices,
            delivery,
            clock),
        new LaneProfile(
            CurrencyUnit.GBP,
            ZoneId.of("Europe/London"),
            new ReceiptLayout(
                List.of("Tillbridge Shop", "1 High Street"), ZoneId.of("Europe/London"), words),
            new DiscountLimits(BigDecimal.TEN, BigDecimal.valueOf(30), BigDecimal.valueOf(100)),
            new TenderRules(
                tenders.rounding(),
                tenders.foreign(),
                tenders.cards(),
                allowance,
                OperatorRole.MANAGER),
            firstTicket,
            1,
            DocumentRules.USUAL));
  }

  /** The next lines go this way; what comes back has no receipt and is damaged. */
  public Outcome kind(TicketKind kind) {
    return kind == TicketKind.RETURN
        ? lane.carryOut(new BlindReturn("damaged"))
        : lane.backToSale();
  }

  public Outcome scan(String code, String quantity) {
    return lane.scan(Scan.of(code, new BigDecimal(quantity)));
  }
}

package dev.tillbridge.register.lane;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.clock.LaneClock;
import dev.tillbridge.register.drawer.DrawerPaper;
import dev.tillbridge.register.lane.Counter.Paper;
import dev.tillbridge.register.offsite.EventDays;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.pricing.TicketPricing;
import dev.tillbridge.register.projection.JournalDisagrees;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.projection.Projection;
import dev.tillbridge.register.projection.StateCache;
import dev.tillbridge.register.ticket.OpenTicket;
import dev.tillbridge.register.training.Practice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lane's state and what each command does to it. Not thread-safe: the {@link Lane} lets one
 * command in at a time. A command answers with a refusal, or with nothing when it was carried out.
 */
final class Till implements AtTheTill {

  private static final Logger log = LoggerFactory.getLogger(Till.class);

  private static final Paper FROM_BEFORE_THE_START =
      new Paper(
          false,
          "Completed before this register was started: print a copy if the customer has no receipt.");

  /** Operator of what the register records by itself while nobody is signed on. */
  static final String REGISTER = "register";

  private final LaneParts parts;
  private final LaneProfile profile;
  private final Receipts receipts;
  private final Bounds bounds;
  private final LaneClock clock;
  private final Numbering numbering;
  private final EntryWriter writer;
  private final TicketInHand inHand;
  private final TicketPrices prices;
  private final PricedTicket priced;
  private final long epoch;

  private final Approvals approvals = new Approvals(this);
  private final Payments payments = new Payments(this);
  private volatile LaneState state;
  private @Nullable Operator operator;
  private Paper paper = FROM_BEFORE_THE_START;

  /** Restores the state from the journal and the open ticket from its file. */
  Till(LaneParts parts, LaneProfile profile, Receipts receipts) {
    this.parts = parts;
    this.profile = profile;
    this.receipts = receipts;
    this.bounds = new Bounds(profile.currency());
    this.epoch = parts.journal().tail().epoch();
    this.clock = new LaneClock(parts.clock(), profile.zone(), parts.delivery());
    this.numbering = new Numbering(parts.journal().lane(), profile, parts.delivery());
    this.writer = new EntryWriter(parts.journal(), epoch, clock);
    this.state = Projection.restore(parts.journal(), parts.states());
    parts.states().keep(state);
    this.inHand = new TicketInHand(parts.openTickets(), profile.currency(), epoch, state);
    this.prices =
        new TicketPrices(parts.priceBooks(), clock, parts.journal().lane().store(), this::event);
    this.priced = new PricedTicket(prices, profile.limits());
    priceWithAnotherBookIfGone();
    prices.keepFor(open());
  }

  LaneView view(LaneViews views, @Nullable Refusal refused) {
    return views.next(
        state,
        inHand,
        operator,
        paper,
        parts.priceBooks().current(),
        prices.units(open().lines()),
        standing(),
        lane().register().equals(Practice.REGISTER),
        refused);
  }

  /** Any thread may ask. */
  Standing standing() {
    LaneState now = state;
    return new Standing(
        disk(), clock.alarm(now), clock.businessDate(now), numbering.newLife(now, epoch));
  }

  @Override
  public @Nullable Operator signedOn() {
    return operator;
  }

  void signedOn(Operator who) {
    operator = who;
  }

  Optional<Refusal> signOff() {
    return notSignedOn().or(this::ticketInProgress).or(() -> done(() -> operator = null));
  }

  Optional<Refusal> openDrawer(Money openingFloat) {
    return notSignedOn()
        .or(this::drawerOpen)
        .or(() -> EventDays.noDrawerOn(clock.businessDate(state), state))
        .or(() -> bounds.amount("Float", openingFloat))
        .or(() -> noRoomFor("drawer session"))
        .or(() ->
            record(
                clock.businessDate(state),
                new EntryBody.DrawerOpened(numbering.nextSession(state), openingFloat)));
  }

  /** A change to the open ticket, saved before it is shown. */
  @Override
  public Optional<Refusal> ring(PricedTicket.Rule rule) {
    approvals.past();
    return notSignedOn()
        .or(this::drawerClosed)
        .or(payments::taken)
        .or(this::documentInHand)
        .or(this::eventsDaysPast)
        .or(() -> approvals.kept(rule, ring(rule, operator())));
  }

  @Override
  public Numbering numbering() {
    return numbering;
  }

  @Override
  public Optional<Refusal> ringAllowed(PricedTicket.Rule rule) {
    return keep(priced.allowed(open(), rule));
  }

  /** The same within another person's limits. */
  Optional<Refusal> ring(PricedTicket.Rule rule, Operator by) {
    priceWithAnotherBookIfGone();
    return keep(priced.changed(open(), rule, by));
  }

  private Optional<Refusal> keep(TicketChange change) {
    return switch (change) {
      case TicketChange.NotChanged(Refusal refusal) -> Optional.of(refusal);
      case TicketChange.Changed(OpenTicket changed) -> keep(changed);
    };
  }

  Optional<Refusal> approve(Operator approver) {
    return approvals.approve(approver);
  }

  /** Records what moves no money; when there is no room for it, the log has it. */
  void note(Noted.What what, @Nullable String approvedBy, String detail) {
    DrawerSession session = state.session();
    Optional<Refusal> refusal =
        record(new Noted(session == null ? 0 : session.number(), what, approvedBy, detail));
    refusal.ifPresent(why -> log.warn("Not recorded: {} {}. {}", what, detail, why.message()));
  }

  /** The open ticket's book is kept until it ends; should it be gone all the same, this is said. */
  private void priceWithAnotherBookIfGone() {
    OpenTicket before = open();
    if (!before.hasLines() || before.particulars().document() != null) {
      return; // what was agreed for a document stays
    }
    try {
      prices
          .of(before)
          .filter(pricing -> pricing.version() != before.priceBook())
          .ifPresent(pricing -> inHand.replaceBook(pricing.priced(before), state, total()));
    } catch (IllegalStateException e) {
      log.warn("The open ticket stays as price book {} priced it.", before.priceBook(), e);
    }
  }

  private Optional<Refusal> keep(OpenTicket changed) {
    Optional<Refusal> begun =
        open().isEmpty() && !changed.isEmpty() ? noRoomFor("ticket") : Optional.empty();
    Optional<Refusal> refusal = begun.or(() -> inHand.change(changed, state));
    prices.keepFor(open());
    return refusal;
  }

  Optional<Refusal> voidTicket() {
    return notSignedOn()
        .or(this::drawerClosed)
        .or(this::nothingRung)
        .or(() -> payments.taken(tender -> !(tender instanceof Tender.Deposit)))
        .or(() ->
            inSession(
                session -> new EntryBody.TicketVoided(session.number(), open().lines(), total())));
  }

  @Override
  public Optional<Refusal> pay(Tender tender) {
    return payments.pay(tender);
  }

  @Override
  public Optional<Refusal> complete(List<Tender> tenders, Money change, Money rounding) {
    String number = numbering.nextTicket(state).toString();
    return inSession(session ->
        new EntryBody.TicketCompleted(
            session.number(), marked().completed(number, tenders, change, rounding)));
  }

  private OpenTicket marked() {
    OffsiteEvent event = event();
    return open().stating(open().particulars().at(event == null ? null : event.title()));
  }

  /** Carries out what a feature of the lane asks for. */
  Optional<Refusal> carryOut(TillCommand command) {
    Optional<Refusal> missing =
        switch (command.needs()) {
          case NOTHING -> Optional.empty();
          case SIGNED_ON -> notSignedOn();
          case OPEN_DRAWER -> notSignedOn().or(this::drawerClosed);
        };
    return missing.or(() -> command.carryOut(this));
  }

  Optional<Refusal> reprint() {
    return notSignedOn()
        .or(() -> receipts.copy(state, this::units))
        .or(() -> done(() -> paper = Paper.IN_PRINTING));
  }

  /** A receipt came out or did not. */
  void paper(long sequence, Paper result) {
    StoredEntry last = state.last();
    if (last != null && last.entry().id().sequence() == sequence) {
      paper = result;
    }
  }

  /**
   * Finds out first what became of a write in doubt, if one is.
   *
   * @param wanted whether the next command would record this: then it is done already
   */
  Optional<Refusal> afterDoubt(
      Predicate<EntryBody> wanted, Function<Till, Optional<Refusal>> command) {
    return switch (writer.settled()) {
      case null -> leftToDo().or(() -> command.apply(this));
      case EntryWriter.Written.Stored(StoredEntry entry) -> {
        entered(entry);
        yield wanted.test(entry.entry().body())
            ? Optional.empty()
            : leftToDo().or(() -> command.apply(this));
      }
      case EntryWriter.Written.NotStored(Refusal.NotRecorded ignored) ->
          leftToDo().or(() -> command.apply(this));
      case EntryWriter.Written.NotStored(Refusal refusal) -> Optional.of(refusal);
      case EntryWriter.Written.Behind() -> readAgain();
    };
  }

  private Optional<Refusal> leftToDo() {
    if (eventIsOver()) {
      endEvent();
    }
    return recallFinished();
  }

  /** Whether an event is to be ended because its days are past. */
  boolean eventIsOver() {
    return open().isEmpty()
        && disk().level() != DiskStatus.Level.FULL
        && EventDays.isOver(state, clock.businessDate(state));
  }

  /** When it cannot be recorded it is tried again; until then nothing of the event can be rung. */
  private void endEvent() {
    OffsiteEvent event = Objects.requireNonNull(event(), "checked: an event is over");
    record(
            clock.businessDate(state),
            REGISTER,
            new OffsiteEntry.Ended(state.sessions(), event.id()))
        .ifPresent(why -> log.warn("Event {} is over. {}", event.id(), why.message()));
  }

  private Optional<Refusal> eventsDaysPast() {
    return open().isEmpty()
        ? EventDays.noTicketAt(clock.onTheWall(), event()).map(Function.identity())
        : Optional.empty();
  }

  /**
   * A hold goes on as the ticket in hand: first the ticket is saved, naming the hold, then the
   * journal says that the hold is done, then the ticket names it no more. When the power went in
   * between, this does what was left to do, so that nothing can be recalled or sold twice.
   */
  private Optional<Refusal> recallFinished() {
    DocumentStep step = open().particulars().document();
    if (step == null) {
      return Optional.empty();
    }
    Document document = state.open().document(step.number()).orElse(null);
    if (document != null && document.kind() == DocumentKind.HOLD) {
      return record(new DocumentRecorded(state.sessions(), document.in(DocumentState.DONE)));
    }
    if (document == null) {
      return change(ticket -> ticket.stating(ticket.particulars().stepping(null)));
    }
    return Optional.empty();
  }

  /** The ticket a document was made of has ended; one that a hold became is a ticket like any. */
  private void documented(Document document) {
    DocumentStep step = open().particulars().document();
    if (document.isBegun()) {
      ended();
    } else if (step != null && step.number().equals(document.number()) && !document.isOpen()) {
      inHand.change(open().stating(open().particulars().stepping(null)), state);
    }
  }

  /**
   * Records what all entries so far mean, so that they may leave the register. False when it was
   * not recorded: a write is in doubt, or there is no room; nothing is lost by asking again later.
   */
  boolean checkpoint() {
    if (writer.isInDoubt()) {
      return false;
    }
    return record(state.meaning()).isEmpty();
  }

  private Optional<Refusal> inSession(Function<DrawerSession, EntryBody> body) {
    DrawerSession session = Objects.requireNonNull(state.session(), "checked: drawer is open");
    return record(session.businessDate(), body.apply(session));
  }

  private Optional<Refusal> record(LocalDate businessDate, EntryBody body) {
    return record(businessDate, operator().id(), body);
  }

  /** The one durable write; what follows from it happens only after it. */
  private Optional<Refusal> record(LocalDate businessDate, String who, EntryBody body) {
    return switch (writer.write(state, businessDate, who, body)) {
      case EntryWriter.Written.Stored(StoredEntry entry) -> done(() -> entered(entry));
      case EntryWriter.Written.NotStored(Refusal refusal) -> Optional.of(refusal);
      case EntryWriter.Written.Behind() -> readAgain();
    };
  }

  private void entered(StoredEntry stored) {
    DrawerSession before = state.session();
    state = state.after(stored);
    parts.states().keep(state);
    switch (stored.entry().body()) {
      case EntryBody.TicketCompleted completed -> {
        ended();
        paper =
            receipts.first(stored.entry(), completed.ticket(), state, units(completed.ticket()));
      }
      case EntryBody.TicketVoided ignored -> ended();
      case EntryBody.DrawerOpened ignored -> {}
      case EntryBody.DrawerClosed closed -> {
        if (before != null) {
          receipts.paper(
              DrawerPaper.closing(profile.receipt(), stored.entry(), closed, before, event()));
        }
      }
      case EntryBody.Checkpoint ignored -> {}
      case DrawerEntry drawer -> receipts.slip(stored.entry());
      case DocumentRecorded recorded -> {
        documented(recorded.document());
        receipts.slip(stored.entry());
      }
      case OffsiteEntry offsite -> receipts.slip(stored.entry());
      case CustomerRecorded ignored -> {}
      case CardEntry ignored -> {}
      case Noted ignored -> {}
    }
  }

  private Map<String, String> units(Ticket ticket) {
    return prices.units(ticket.lines());
  }

  private void ended() {
    inHand.clear();
    prices.keepFor(open());
  }

  private Optional<Refusal> readAgain() {
    long before = state.sequence();
    try {
      state = Projection.restore(parts.journal(), StateCache.NONE);
    } catch (JournalDisagrees e) {
      return Optional.of(new Refusal.LaneHalted(e.getMessage()));
    }
    parts.states().keep(state);
    return Optional.of(new Refusal.JournalMovedOn(before, state.sequence()));
  }

  private OpenTicket open() {
    return inHand.ticket();
  }

  private @Nullable OffsiteEvent event() {
    return state.open().event();
  }

  @Override
  public LaneId lane() {
    return parts.journal().lane();
  }

  @Override
  public LaneProfile profile() {
    return profile;
  }

  @Override
  public LaneClock clock() {
    return clock;
  }

  @Override
  public LaneState state() {
    return state;
  }

  @Override
  public Operator operator() {
    return Objects.requireNonNull(operator, "checked: somebody is signed on");
  }

  @Override
  public void operator(@Nullable Operator next) {
    operator = next;
  }

  @Override
  public @Nullable DrawerSession session() {
    return state.session();
  }

  @Override
  public OpenTicket ticket() {
    return open();
  }

  @Override
  public Money due() {
    return open().due(profile.currency());
  }

  @Override
  public Optional<Refusal> change(UnaryOperator<OpenTicket> change) {
    return keep(change.apply(open()));
  }

  @Override
  public Optional<Refusal> save(UnaryOperator<OpenTicket> change) {
    return inHand.save(change.apply(open()), state);
  }

  @Override
  public Optional<Refusal> record(EntryBody body) {
    DrawerSession session = state.session();
    Operator who = operator;
    return record(
        session == null ? clock.businessDate(state) : session.businessDate(),
        who == null ? REGISTER : who.id(),
        body);
  }

  @Override
  public void print(Receipt paper) {
    receipts.paper(paper);
  }

  @Override
  public Optional<Operator> person(String id) {
    return parts.operators().find(id);
  }

  @Override
  public Optional<TicketPricing> pricing() {
    return prices.of(OpenTicket.EMPTY);
  }

  @Override
  public void clearTicket() {
    ended();
  }

  private DiskStatus disk() {
    return parts.delivery().get().disk();
  }

  private Optional<Refusal> noRoomFor(String what) {
    DiskStatus disk = disk();
    return disk.level() == DiskStatus.Level.FULL
        ? Optional.of(new Refusal.DiskFull(what, disk.freeBytes()))
        : Optional.empty();
  }

  private Money total() {
    return open().totals(profile.currency()).total();
  }

  private Optional<Refusal> notSignedOn() {
    return operator == null ? Optional.of(new Refusal.NotSignedOn()) : Optional.empty();
  }

  private Optional<Refusal> nothingRung() {
    return open().isEmpty() ? Optional.of(new Refusal.EmptyTicket()) : Optional.empty();
  }

  private Optional<Refusal> documentInHand() {
    DocumentStep step = open().particulars().document();
    return step == null ? Optional.empty() : Optional.of(new Refusal.DocumentInHand(step.number()));
  }

  private Optional<Refusal> drawerClosed() {
    return state.session() == null ? Optional.of(new Refusal.DrawerClosed()) : Optional.empty();
  }

  private Optional<Refusal> drawerOpen() {
    DrawerSession session = state.session();
    return session == null
        ? Optional.empty()
        : Optional.of(new Refusal.DrawerAlreadyOpen(session.number(), session.businessDate()));
  }

  private Optional<Refusal> ticketInProgress() {
    return open().isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal.TicketInProgress(open().lines().size(), total()));
  }

  private static Optional<Refusal> done(Runnable step) {
    step.run();
    return Optional.empty();
  }
}

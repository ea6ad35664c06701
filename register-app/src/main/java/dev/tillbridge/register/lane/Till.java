package dev.tillbridge.register.lane;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.clock.LaneClock;
import dev.tillbridge.register.lane.Counter.Paper;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.pricing.TicketPricing;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.ticket.OpenTicket;
import dev.tillbridge.register.training.Practice;
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

  private final LaneParts parts;
  private final LaneProfile profile;
  private final Receipts receipts;
  private final LaneClock clock;
  private final Numbering numbering;
  private final DiskRoom room;
  private final Recorder recorder;
  private final TicketInHand inHand;
  private final EventHours eventHours;
  private final RecalledHold holds;
  private final AfterEntry afterEntry;
  private final Approvals approvals;
  private final Payments payments = new Payments(this);
  private final long epoch;
  private @Nullable Operator operator;
  private @Nullable Operator allowedBy;

  /** Restores the state from the journal and the open ticket from its file. */
  Till(LaneParts parts, LaneProfile profile, Receipts receipts) {
    this.parts = parts;
    this.profile = profile;
    this.receipts = receipts;
    this.epoch = parts.journal().tail().epoch();
    this.clock = new LaneClock(parts.clock(), profile.zone(), parts.delivery());
    this.numbering = new Numbering(parts.journal().lane(), profile, parts.delivery());
    this.room = new DiskRoom(parts.delivery());
    this.recorder = new Recorder(parts, epoch, clock, this::follow);
    this.inHand = new TicketInHand(parts, profile, epoch, clock, room, recorder::state);
    this.eventHours = new EventHours(this, recorder, room);
    this.holds = new RecalledHold(this);
    this.afterEntry = new AfterEntry(this, inHand, receipts, holds);
    this.approvals = new Approvals(this, parts.clock().millis());
  }

  private void follow(StoredEntry entry, @Nullable DrawerSession before) {
    afterEntry.from(entry, before);
  }

  LaneView view(LaneViews views, @Nullable Refusal refused) {
    return views.next(
        state(),
        inHand,
        operator,
        receipts.last(),
        parts.priceBooks().current(),
        standing(),
        lane().register().equals(Practice.REGISTER),
        approvals.asked(),
        refused);
  }

  /** Any thread may ask. */
  Standing standing() {
    LaneState now = state();
    return new Standing(
        room.disk(), clock.alarm(now), clock.businessDate(now), numbering.newLife(now, epoch));
  }

  /**
   * Finds out first what became of a write in doubt, if one is.
   *
   * @param wanted whether the next command would record this: then it is done already
   */
  Optional<Refusal> afterDoubt(
      Predicate<EntryBody> wanted, Function<Till, Optional<Refusal>> command) {
    return recorder.afterDoubt(
        wanted,
        () -> {
          eventHours.endIfOver();
          return holds.finished().or(() -> command.apply(this));
        });
  }

  /** Carries out what a feature of the lane asks for. */
  Optional<Refusal> carryOut(TillCommand command) {
    approvals.past();
    return command
        .needs()
        .missing(this)
        .or(() -> approvals.kept(by -> allowed(command, by), command.carryOut(this)));
  }

  private Optional<Refusal> allowed(TillCommand command, Operator by) {
    allowedBy = by;
    try {
      return command.needs().missing(this).or(() -> command.carryOut(this));
    } finally {
      allowedBy = null;
    }
  }

  Optional<Refusal> approve(Operator approver, @Nullable Long read) {
    return approvals.approve(approver, read);
  }

  /** Whether an event is to be ended because its days are past. */
  boolean eventIsOver() {
    return eventHours.areOver();
  }

  boolean checkpoint() {
    return recorder.checkpoint(operator);
  }

  Optional<Refusal> giftReceipt() {
    return TillCommand.Needs.SIGNED_ON.missing(this).or(() -> receipts.gift(state(), this::units));
  }

  Optional<Refusal> reprint() {
    return TillCommand.Needs.SIGNED_ON.missing(this).or(() -> receipts.copy(state(), this::units));
  }

  private Map<String, String> units(Ticket ticket) {
    return inHand.units(ticket.lines());
  }

  /** A receipt came out or did not. */
  void paper(long sequence, Paper result) {
    receipts.done(sequence, result, state());
  }

  /** Records what moves no money; when there is no room for it, the log has it. */
  void note(Noted.What what, @Nullable String approvedBy, String detail) {
    DrawerSession session = session();
    record(new Noted(session == null ? 0 : session.number(), what, approvedBy, detail))
        .ifPresent(why -> log.warn("Not recorded: {} {}. {}", what, detail, why.message()));
  }

  /** A change to the open ticket, saved before it is shown; another person may allow it. */
  Optional<Refusal> rung(PricedTicket.Rule rule) {
    approvals.past();
    return approvals.kept(by -> noRinging().or(() -> inHand.ring(rule, by)), ring(rule));
  }

  /** Part of a command, which is refused and allowed as a whole. */
  @Override
  public Optional<Refusal> ring(PricedTicket.Rule rule) {
    return noRinging().or(() -> inHand.ring(rule, allowedBy()));
  }

  @Override
  public Optional<Refusal> cannotRing(PricedTicket.Rule rule) {
    return noRinging().or(() -> inHand.refusal(rule, allowedBy()));
  }

  /** Asked again when somebody allows what was refused: money may have been taken meanwhile. */
  private Optional<Refusal> noRinging() {
    return TillCommand.Needs.OPEN_DRAWER
        .missing(this)
        .or(payments::taken)
        .or(this::documentInHand)
        .or(eventHours::noTicket);
  }

  private Optional<Refusal> documentInHand() {
    DocumentStep step = ticket().particulars().document();
    return step == null ? Optional.empty() : Optional.of(new Refusal.DocumentInHand(step.number()));
  }

  @Override
  public Optional<Refusal> ringAllowed(PricedTicket.Rule rule) {
    return inHand.ringAllowed(rule);
  }

  @Override
  public Optional<Refusal> change(UnaryOperator<OpenTicket> change) {
    return inHand.change(change);
  }

  @Override
  public Optional<Refusal> save(UnaryOperator<OpenTicket> change) {
    return inHand.save(change);
  }

  @Override
  public void clearTicket() {
    inHand.end();
  }

  @Override
  public Optional<Refusal> pay(Tender tender) {
    return payments.pay(tender);
  }

  @Override
  public Optional<Refusal> complete(List<Tender> tenders, Money change, Money rounding) {
    DrawerSession session = Objects.requireNonNull(session(), "checked: drawer is open");
    OffsiteEvent event = state().open().event();
    OpenTicket marked =
        ticket().stating(ticket().particulars().at(event == null ? null : event.title()));
    String number = numbering.nextTicket(state()).toString();
    return record(
        new EntryBody.TicketCompleted(
            session.number(), marked.completed(number, tenders, change, rounding)));
  }

  @Override
  public Optional<Refusal> record(EntryBody body) {
    return recorder.record(operator, body);
  }

  @Override
  public void print(Receipt paper) {
    receipts.paper(paper);
  }

  Journal journal() {
    return parts.journal();
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
  public Numbering numbering() {
    return numbering;
  }

  @Override
  public LaneState state() {
    return recorder.state();
  }

  @Override
  public @Nullable DrawerSession session() {
    return state().session();
  }

  @Override
  public OpenTicket ticket() {
    return inHand.ticket();
  }

  @Override
  public Money due() {
    return ticket().due(profile.currency());
  }

  @Override
  public Optional<TicketPricing> pricing() {
    return inHand.pricing();
  }

  @Override
  public @Nullable Operator signedOn() {
    return operator;
  }

  @Override
  public Operator operator() {
    return Objects.requireNonNull(operator, "checked: somebody is signed on");
  }

  @Override
  public Operator allowedBy() {
    return allowedBy == null ? operator() : allowedBy;
  }

  @Override
  public void operator(@Nullable Operator next) {
    approvals.past();
    if (!Objects.equals(operator, next)) {
      sellAgain();
    }
    operator = next;
  }

  @Override
  public void sellAgain() {
    if (ticket().kind() == TicketKind.RETURN) {
      change(OpenTicket::backToSale)
          .ifPresent(why -> log.warn("The next goods still come back. {}", why.message()));
    }
  }

  @Override
  public Optional<Operator> person(String id) {
    return parts.operators().find(id);
  }

  @Override
  public Optional<Refusal> noRoomFor(String what) {
    return room.noneFor(what);
  }
}

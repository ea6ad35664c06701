package dev.tillbridge.register.lane;

import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.document.DocumentRules;
import dev.tillbridge.register.drawer.CloseDrawer;
import dev.tillbridge.register.drawer.OpenDrawer;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.tender.TenderRules;
import dev.tillbridge.register.words.PaperWord;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One till. Any thread may call; commands are carried out one at a time.
 *
 * <p>A command that records something answers {@link Outcome.Done} only when the journal has it on
 * disk. Money is in {@link #currency()}. Quantities are given positive, on a return too.
 */
public final class Lane implements AutoCloseable {

  /** A listener's registration. */
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  private final LaneProfile profile;
  private final Ringing ringing;
  private final Reductions reductions;
  private final SignOn signOn;
  private final LaneViews views;
  private final StandingLog standingLog;
  private final Tills tills;
  private final Turns turns = new Turns(this::view);
  private volatile LaneView view;

  /** Restores the lane from its journal and its saved open ticket. */
  public Lane(LaneParts parts, LaneProfile profile) {
    this.profile = profile;
    this.ringing = new Ringing(profile.currency());
    this.reductions = new Reductions(profile.currency());
    this.signOn = new SignOn(parts.operators(), parts.pins(), parts.clock());
    this.views =
        new LaneViews(
            parts.journal().lane(),
            parts.journal().tail().epoch(),
            profile.currency(),
            profile.tenders().rounding());
    this.standingLog = new StandingLog(parts.journal().lane(), profile.zone());
    this.tills = new Tills(parts, profile, this::paperDone);
    this.view = till().view(views, null);
    standingLog.tell(null, view.standing());
  }

  /** The lane as it is now; answers at once, also while a command is being carried out. */
  public LaneView view() {
    return view;
  }

  /** The currency of everything on this lane. */
  public CurrencyUnit currency() {
    return profile.currency();
  }

  /** What is taken as payment here. */
  public TenderRules tenders() {
    return profile.tenders();
  }

  /**
   * Calls the listener with the new view after each change, on the thread that made it. Views may
   * arrive out of order: the revision tells. A listener that throws is not called again. Close the
   * result to stop listening.
   */
  public Listening onChange(Consumer<LaneView> listener) {
    return turns.tell(listener);
  }

  /** Also lets the operator who is signed on already in again, at another screen. */
  public Outcome signOn(String operatorId, String pin) {
    return carryOut(() ->
        known(
            signOn.check(till().signedOn(), operatorId, pin),
            "wrong PIN",
            who -> {
              till().operator(who);
              return Optional.empty();
            }));
  }

  /**
   * Another person allows what was refused just now because of the clerk's role; then it is done.
   * The clerk stays signed on.
   */
  public Outcome approve(String operatorId, String pin) {
    return approve(operatorId, pin, null);
  }

  /**
   * The same when that person has read what it is.
   *
   * @param read number of {@link LaneView#asked}: what was refused since then is not done
   */
  public Outcome approve(String operatorId, String pin, @Nullable Long read) {
    return carryOut(() ->
        known(
            signOn.check(null, operatorId, pin),
            "wrong PIN at an approval",
            who -> till().afterDoubt(body -> false, t -> t.approve(who, read))));
  }

  private Optional<Refusal> known(
      SignOn.Answer answer, String lockedOutFor, Function<Operator, Optional<Refusal>> next) {
    return switch (answer) {
      case SignOn.Answer.Rejected(Refusal refusal) -> Optional.of(refusal);
      case SignOn.Answer.LockedOut(Refusal refusal, String id) -> {
        // in the register's own journal, also while training: somebody may be guessing
        tills.real().note(Noted.What.LOCKED_OUT, null, "Operator " + id + ", " + lockedOutFor);
        yield Optional.of(refusal);
      }
      case SignOn.Answer.Welcome(Operator who) -> next.apply(who);
    };
  }

  public Outcome signOff() {
    return carryOut(() -> till().carryOut(new SignOff()));
  }

  public Outcome openDrawer(Money openingFloat) {
    return carryOut(new OpenDrawer(openingFloat));
  }

  public Outcome closeDrawer(Money countedCash) {
    return carryOut(new CloseDrawer(countedCash));
  }

  /** Rings an item, or takes a coupon whose code no item has. */
  public Outcome scan(Scan scan) {
    return ring((ticket, pricing) ->
        Reductions.isCoupon(scan.code(), pricing)
            ? reductions.coupon(ticket, scan.code(), pricing)
            : ringing.add(ticket, scan, pricing));
  }

  public Outcome changeQuantity(int line, BigDecimal quantity) {
    return ring((ticket, pricing) -> ringing.quantity(ticket, line, quantity, pricing));
  }

  public Outcome voidLine(int line) {
    return ring((ticket, pricing) -> ringing.voidLine(ticket, line));
  }

  public Outcome overridePrice(int line, Money price, String reason) {
    return ring((ticket, pricing) -> ringing.price(ticket, line, price, reason));
  }

  /** Takes a percentage or an amount off a line or the ticket; nought takes the discount away. */
  public Outcome discount(Discount discount) {
    return ring((ticket, pricing) -> reductions.discount(ticket, discount));
  }

  /** A coupon's code: some promotion of the ticket's price book has to ask for it. */
  public Outcome coupon(String code) {
    return ring((ticket, pricing) -> reductions.coupon(ticket, code, pricing));
  }

  public Outcome withoutCoupon(String code) {
    return ring((ticket, pricing) -> reductions.withoutCoupon(ticket, code, pricing));
  }

  /** The group of the customer; blank takes it away. */
  public Outcome customerGroup(String code) {
    return ring((ticket, pricing) -> reductions.customerGroup(ticket, code, pricing));
  }

  /** The next lines are goods that go out. */
  public Outcome backToSale() {
    return ring((ticket, pricing) -> ringing.backToSale(ticket));
  }

  /** Blank takes the reference away. */
  public Outcome reference(String reference) {
    return ring((ticket, pricing) -> ringing.reference(ticket, reference));
  }

  public Outcome voidTicket() {
    return carryOut(new VoidTicket());
  }

  /** On a return the amount is what is paid out, given positive. */
  public Outcome tenderCash(Money amount) {
    return carryOut(new TakeCash(amount));
  }

  /** The amount due, neither more nor less. */
  public Outcome tenderExactCash() {
    return carryOut(new TakeCash(null));
  }

  /** Gives a payment back that was taken on the open ticket, counted from 1. */
  public Outcome giveBack(int payment) {
    return carryOut(new GiveBack(payment));
  }

  /** Carries out what a feature of the lane asks for. */
  public Outcome carryOut(TillCommand command) {
    return carryOut(() -> till().afterDoubt(command::records, t -> t.carryOut(command)));
  }

  /** Says why something asked for beside the lane came to nothing. */
  public Outcome refuse(Refusal why) {
    return carryOut(() -> Optional.of(why));
  }

  /**
   * Carries out in the real till what nobody at this lane asked for: what was said last stays on
   * the screen.
   *
   * @return why not; empty when it was done
   */
  public Optional<Refusal> carryOutUnasked(TillCommand command) {
    return turns.take(() -> {
      Optional<Refusal> refusal =
          tills.real().afterDoubt(command::records, t -> t.carryOut(command));
      view = till().view(views, view.refused());
      return refusal;
    });
  }

  /** What the journal adds up to now; while training, what was practised adds up to. */
  public LaneState state() {
    return till().state();
  }

  /** The journal of {@link #state}: while training, the one that is forgotten with it. */
  public Journal journal() {
    return till().journal();
  }

  /** What the register's own journal adds up to, also while training. */
  public LaneState recorded() {
    return tills.real().state();
  }

  /** Carries out what has to be in the register's own journal, also while training. */
  public Outcome carryOutForReal(TillCommand command) {
    return carryOut(() -> tills.real().afterDoubt(command::records, t -> t.carryOut(command)));
  }

  /**
   * From now on nothing is real, until {@link #endTraining} or a restart: numbers, papers and the
   * screen say so, and the journal knows only that it began and ended.
   */
  public Outcome beginTraining() {
    return carryOut(tills::beginTraining);
  }

  /** Everything practised is forgotten; who is signed on stays so. */
  public Outcome endTraining() {
    return carryOut(tills::endTraining);
  }

  public boolean isTraining() {
    return tills.isTraining();
  }

  /** What the shop agrees to on documents. */
  public DocumentRules documentRules() {
    return profile.documents();
  }

  /** Prints the last receipt again, marked as a copy. */
  public Outcome reprint() {
    return carryOut(() -> till().reprint());
  }

  /** Prints the goods of the last ticket without their prices. */
  public Outcome giftReceipt() {
    return carryOut(() -> till().giftReceipt());
  }

  /** Call when another price book came into force, so that the view shows it. */
  public void priceBookChanged() {
    turns.take(() -> view = till().view(views, view.refused()));
  }

  /** How it stands with disk, clock and numbers now. Answers at once. */
  public Standing standing() {
    return till().standing();
  }

  /**
   * Looks again at what changes without a command. Call it about once a second: a disk that is full
   * or has room again, a clock that went wrong or right are shown by it, and told in the log.
   */
  public void lookAround() {
    if (tills.real().eventIsOver()) {
      turns.take(() -> {
        tills.real().afterDoubt(body -> false, t -> Optional.empty());
        return view = till().view(views, view.refused());
      });
    }
    Standing before = view.standing();
    Standing now = till().standing();
    if (!now.meansTheSameAs(before)) {
      turns.take(() -> view = till().view(views, view.refused()));
      standingLog.tell(before, now);
    }
  }

  /**
   * Records a checkpoint, so that the entries before it may leave the register. An open ticket
   * stays as it is, and nobody need be signed on.
   *
   * @return false when it was not recorded, because the lane is busy, a write is in doubt or there
   *     is no room; ask again later
   */
  public boolean checkpoint() {
    return turns
        .takeIfFree(() -> {
          boolean recorded = tills.real().checkpoint();
          view = till().view(views, view.refused());
          return recorded;
        })
        .orElse(false);
  }

  private Outcome ring(PricedTicket.Rule rule) {
    Outcome outcome = carryOut(() -> till().afterDoubt(body -> false, t -> t.rung(rule)));
    if (outcome instanceof Outcome.Done(LaneView shown) && !shown.ticket().lines().isEmpty()) {
      TicketLine newest = shown.ticket().lines().getLast();
      tills.show(
          CustomerDisplay.name(newest.name()),
          CustomerDisplay.amount(
              PaperWord.TOTAL, shown.ticket().total(), profile.receipt().words()));
    }
    return outcome;
  }

  private Outcome carryOut(Supplier<Optional<Refusal>> command) {
    return turns.take(() -> {
      Optional<Refusal> refusal = command.get();
      views.byCommand();
      view = till().view(views, refusal.orElse(null));
      return refusal
          .<Outcome>map(why -> new Outcome.Refused(why, view))
          .orElseGet(() -> new Outcome.Done(view));
    });
  }

  private void paperDone(Counter counter, long sequence, Counter.Paper result) {
    turns.take(() -> {
      tills.paper(counter, sequence, result);
      return view = till().view(views, view.refused());
    });
  }

  private Till till() {
    return tills.now();
  }

  /** Lets the devices finish what they are doing. The open ticket stays saved. */
  @Override
  public void close() {
    tills.close();
  }
}

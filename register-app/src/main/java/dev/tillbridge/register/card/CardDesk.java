package dev.tillbridge.register.card;

import dev.tillbridge.devices.peripherals.CardAnswer;
import dev.tillbridge.devices.peripherals.CardTerminal;
import dev.tillbridge.devices.peripherals.Reversal;
import dev.tillbridge.model.card.CardApproval;
import dev.tillbridge.model.journal.CardPending;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.ticket.CardUnderWay;
import dev.tillbridge.register.training.PracticeCard;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the card terminal beside the lane, one thing at a time, and goes on asking the acquirer for
 * its last word where it is missing: payments taken without it, and reversals.
 *
 * <p>Any thread may call; nothing here waits for the terminal.
 */
public final class CardDesk implements AutoCloseable {

  /** Between two looks at what the acquirer still has to be told. */
  static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  public static final int CODE_LENGTH_MAX = 12;

  private static final int CLOSE_SECONDS_MAX = 5;
  private static final Logger log = LoggerFactory.getLogger(CardDesk.class);

  private final Lane lane;
  private final CardTerminal terminal;
  private final Supplier<String> keys;
  private final Clock clock;
  private final Executor worker;
  private final @Nullable ScheduledExecutorService own;

  /** The payment somebody still waits for: at the terminal, or on the telephone. */
  private @Nullable CardUnderWay awaited;

  private boolean onTheTelephone;
  private volatile CardTold told = new CardTold.Nothing();
  private volatile boolean betweenTickets;
  private int turn;

  /** One that asks on this executor, and looks after what is left only when it is told to. */
  public CardDesk(
      Lane lane, CardTerminal terminal, Supplier<String> keys, Clock clock, Executor worker) {
    this.lane = lane;
    this.terminal = new GuardedTerminal(terminal);
    this.keys = keys;
    this.clock = clock;
    this.worker = worker;
    this.own = worker instanceof ScheduledExecutorService scheduled ? scheduled : null;
    this.betweenTickets = lane.view().ticket().isEmpty();
    lane.onChange(view -> follow(view.ticket()));
  }

  /** What was told of a ticket's payments is not told of the next one's. */
  private void follow(LaneView.Open ticket) {
    if (betweenTickets && !ticket.isEmpty()) {
      told = new CardTold.Nothing();
    }
    betweenTickets = ticket.isEmpty();
  }

  /**
   * Begins to look after what an earlier life of this register left behind.
   *
   * @param keys names for payments, never the same twice
   */
  public static CardDesk start(
      Lane lane, CardTerminal terminal, Supplier<String> keys, Clock clock) {
    ScheduledExecutorService worker =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("cards").daemon().factory());
    CardDesk desk = new CardDesk(lane, terminal, keys, clock, worker);
    worker.scheduleWithFixedDelay(
        desk::lookAround, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return desk;
  }

  /** What the clerk is told of the last payment, until another ticket is begun. */
  public CardTold told() {
    return told;
  }

  /** Card payments of this register whose last word the acquirer has not spoken, oldest first. */
  public List<CardPending> waiting() {
    return lane.recorded().open().cards();
  }

  /**
   * Asks the terminal for a payment, or for giving money back on a return.
   *
   * @param amount given positive; null for all that is due
   */
  public synchronized Outcome pay(@Nullable Money amount) {
    if (lane.isTraining()) {
      told = new CardTold.Nothing();
      return lane.carryOut(new PracticeCard(amount));
    }
    CardUnderWay before = awaited;
    String key = keys.get();
    awaited = new CardUnderWay(key, Money.zero(lane.currency()), clock.instant());
    Outcome outcome = lane.carryOut(new StartCard(key, amount));
    CardUnderWay underWay = outcome.view().ticket().card();
    if (outcome instanceof Outcome.Refused || underWay == null) {
      awaited = before;
      return outcome;
    }
    awaited = underWay;
    onTheTelephone = false;
    told = new CardTold.Asking(underWay.amount().abs(), underWay.since());
    work(() -> ask(underWay, null));
    return outcome;
  }

  /** Asks again with the code the bank gave on the telephone. */
  public synchronized Outcome payByCode(String code) {
    CardUnderWay underWay = awaited;
    if (underWay == null || !onTheTelephone) {
      return new Outcome.Refused(new NoCall(), lane.view());
    }
    String typed = code.strip();
    if (typed.isEmpty() || typed.length() > CODE_LENGTH_MAX || !typed.matches("[A-Za-z0-9]+")) {
      return new Outcome.Refused(
          new Refusal.NotAllowed("Code", typed, "1 to " + CODE_LENGTH_MAX + " letters and digits"),
          lane.view());
    }
    onTheTelephone = false;
    told = new CardTold.Asking(underWay.amount().abs(), clock.instant());
    work(() -> ask(underWay, typed));
    return new Outcome.Done(lane.view());
  }

  /** Goes on without the call the bank wants. */
  public synchronized Outcome giveUpCall() {
    if (awaited == null || !onTheTelephone) {
      return new Outcome.Refused(new NoCall(), lane.view());
    }
    Outcome outcome = lane.carryOut(new GiveUpCall());
    if (outcome instanceof Outcome.Done) {
      awaited = null;
      onTheTelephone = false;
      told = new CardTold.Nothing();
    }
    return outcome;
  }

  private void work(Runnable piece) {
    try {
      worker.execute(piece);
    } catch (RejectedExecutionException e) {
      log.warn("The register stops; the card payment is taken back when it starts again.");
    }
  }

  private void ask(CardUnderWay underWay, @Nullable String code) {
    CardAnswer answer;
    try {
      answer = asked(underWay, code);
    } catch (RuntimeException e) {
      log.error("The card terminal failed at payment {}.", underWay.key(), e);
      answer = new CardAnswer.Unknown("The card terminal failed: " + e);
    }
    answered(underWay, answer, code == null ? CardApproval.ONLINE : CardApproval.VOICE);
  }

  private CardAnswer asked(CardUnderWay underWay, @Nullable String code) {
    Money amount = underWay.amount();
    if (amount.isNegative()) {
      return terminal.refund(amount.abs(), underWay.key());
    }
    return code == null
        ? terminal.authorise(amount, underWay.key())
        : terminal.authoriseByCode(amount, underWay.key(), code);
  }

  private synchronized void answered(
      CardUnderWay underWay, CardAnswer answer, CardApproval approval) {
    onTheTelephone = answer instanceof CardAnswer.Referral;
    if (!onTheTelephone) {
      awaited = null;
    }
    Outcome outcome =
        lane.carryOut(
            new CardAnswered(
                underWay.key(), underWay.amount(), answer, approval, now -> told = now));
    if (outcome instanceof Outcome.Refused refused) {
      told = new CardTold.NotTakenDown(refused.refusal());
    } else if (told instanceof CardTold.Asking) {
      told = new CardTold.Nothing();
    }
  }

  /** Looks after one thing at a time, so that a payment asked for meanwhile waits for one only. */
  private void lookAround() {
    try {
      if (look()) {
        work(this::lookAround);
      }
    } catch (RuntimeException e) {
      log.error("Card payments are looked after again in {} s.", LOOK_EVERY.toSeconds(), e);
    }
  }

  /**
   * Takes back what nobody waits for any more, or asks the acquirer for one last word.
   *
   * @return whether something was done and another look may do more
   */
  public boolean look() {
    if (takeBackForgotten()) {
      return true;
    }
    List<CardPending> waiting = waiting();
    if (waiting.isEmpty()) {
      return false;
    }
    turn = (turn + 1) % waiting.size();
    CardPending pending = waiting.get(turn);
    LastWord word = pending.reversal() ? reversed(pending) : forwarded(pending);
    return word != null && lane.carryOutForReal(word) instanceof Outcome.Done;
  }

  /** A payment left under way by an earlier life, or whose answer could not be taken down. */
  private synchronized boolean takeBackForgotten() {
    LaneView.Open ticket = lane.view().ticket();
    CardUnderWay underWay = ticket.card();
    if (underWay == null || (awaited != null && awaited.key().equals(underWay.key()))) {
      return false;
    }
    TakeBack back =
        new TakeBack(
            underWay.key(), underWay.amount(), "The register does not know what became of it.");
    return lane.carryOut(back) instanceof Outcome.Done;
  }

  private @Nullable LastWord reversed(CardPending pending) {
    return switch (terminal.reverse(pending.key())) {
      case Reversal.Reversed() -> new LastWord(pending, null, null);
      case Reversal.Refused(String reason) -> {
        log.error(
            "The bank does not take back card payment {} of {}: {} It is asked again; call the bank.",
            pending.key(),
            pending.amount(),
            reason);
        yield null;
      }
      case Reversal.Pending(String message) -> null;
    };
  }

  private @Nullable LastWord forwarded(CardPending pending) {
    String token = pending.token();
    if (token == null) {
      return new LastWord(pending, null, "The card's token is not known any more.");
    }
    return switch (terminal.sendStored(pending.amount(), pending.key(), token)) {
      case CardAnswer.Approved(var amount, String code, var card, var reference) ->
          new LastWord(pending, code.isBlank() ? reference : code, null);
      case CardAnswer.Declined(String reason) -> new LastWord(pending, null, reason);
      case CardAnswer.Referral(String reason) -> new LastWord(pending, null, reason);
      case CardAnswer.PartlyApproved part -> onlyInPart(pending, part.amount());
      case CardAnswer.Unknown(String message) -> null;
      case CardAnswer.Unavailable(String message, String next, var card) -> null;
    };
  }

  /** A ticket that is long completed cannot be paid in part: the part goes back. */
  private @Nullable LastWord onlyInPart(CardPending pending, Money part) {
    return terminal.reverse(pending.key()) instanceof Reversal.Reversed
        ? new LastWord(pending, null, "The bank approved only %s of it.".formatted(part))
        : null;
  }

  /** Lets the terminal's present request end, within a few seconds. */
  @Override
  public void close() {
    if (own == null) {
      return;
    }
    own.shutdown();
    try {
      if (!own.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
        own.shutdownNow();
      }
    } catch (InterruptedException e) {
      own.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** There is no payment whose code is awaited. */
  record NoCall() implements Refusal {
    @Override
    public String message() {
      return "No card payment waits for a code. Choose a payment.";
    }
  }
}

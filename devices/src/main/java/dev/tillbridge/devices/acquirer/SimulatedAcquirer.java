package dev.tillbridge.devices.acquirer;

import dev.tillbridge.devices.acquirer.BookEntry.Operation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.joda.money.Money;

/**
 * Decides about payments as told beforehand, and otherwise approves.
 *
 * <p>The key of a request decides first: what was answered under it is answered again. Then come,
 * in this order, the script, the amount when amounts are to decide, approval. Safe for use from any
 * thread.
 */
public final class SimulatedAcquirer {

  /** Behaviours waiting their turn. */
  static final int SCRIPT_MAX = 100;

  /** The answer to a payment whose key was reversed before. */
  static final String REVERSED = "R0";

  private static final String APPROVED = "00";
  private static final String IN_PART = "10";
  private static final String REFERRAL = "01";
  private static final String UNKNOWN_CARD = "14";
  private static final String OTHER_DETAILS = "94";
  private static final int HALF = 50;

  /** One per book, however many terminals ask it. */
  private static final Map<Path, SimulatedAcquirer> BY_BOOK = new ConcurrentHashMap<>();

  private final AcquirerBook book;
  private final Clock clock;
  private final Deque<Behaviour> script = new ArrayDeque<>();
  private Duration latency = Duration.ZERO;
  private boolean outage;
  private boolean amountsDecide;

  private SimulatedAcquirer(AcquirerBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /** One whose book is gone with the process. */
  public static SimulatedAcquirer inMemory(Clock clock) {
    return new SimulatedAcquirer(AcquirerBook.inMemory(), clock);
  }

  /** The one in this process whose book is that file; opened when it is not open yet. */
  public static SimulatedAcquirer at(Path book, Clock clock) {
    return BY_BOOK.computeIfAbsent(
        book.toAbsolutePath().normalize(),
        file -> new SimulatedAcquirer(AcquirerBook.open(file), clock));
  }

  /** Forgets the open book, as when the process is killed; the next {@code at} reads the file. */
  public static void forget(Path book) {
    BY_BOOK.remove(book.toAbsolutePath().normalize());
  }

  /** Meets the next payments so, one each. */
  public synchronized void script(Behaviour... next) {
    if (script.size() + next.length > SCRIPT_MAX) {
      throw new IllegalArgumentException("A script has at most " + SCRIPT_MAX + " behaviours.");
    }
    script.addAll(List.of(next));
  }

  /** How many scripted behaviours are still to come. */
  public synchronized int scripted() {
    return script.size();
  }

  public synchronized void clearScript() {
    script.clear();
  }

  /** Cuts its line, or mends it. */
  public synchronized void setOutage(boolean outage) {
    this.outage = outage;
  }

  public synchronized boolean outage() {
    return outage;
  }

  /** From the terminal's request to its answer. */
  public synchronized void setLatency(Duration latency) {
    this.latency = latency;
  }

  public synchronized Duration latency() {
    return latency;
  }

  /**
   * Lets the last two digits of an amount decide, as ISO 8583 numbers the answers: 01 referral, 05,
   * 51, 54 and 61 declined, 10 half approved, 68 approved with the answer lost, 91 request lost.
   */
  public synchronized void setAmountsDecide(boolean decide) {
    amountsDecide = decide;
  }

  public AcquirerBook book() {
    return book;
  }

  /** A request as the terminal sends it. */
  public record Request(
      Operation operation, String key, Money amount, String masked, String scheme, String token) {}

  /**
   * Decides and, when it decides at all, has written its decision down.
   *
   * @return empty when no answer reaches the terminal
   */
  public synchronized Optional<BookEntry> ask(Request request) {
    Optional<BookEntry> earlier = book.last(request.key());
    if (request.operation() == Operation.REVERSAL) {
      return Optional.of(reverse(request, earlier));
    }
    if (earlier.isPresent() && !continues(earlier.get(), request)) {
      return Optional.of(again(earlier.get(), request));
    }
    return switch (behaviour(request)) {
      case Behaviour.LoseRequest _ -> Optional.empty();
      case Behaviour.LoseAnswer _ -> {
        decide(request, APPROVED, request.amount());
        yield Optional.empty();
      }
      case Behaviour.Approve _ -> Optional.of(decide(request, APPROVED, request.amount()));
      case Behaviour.ApprovePart(int percent) ->
          Optional.of(decide(request, IN_PART, part(request.amount(), percent)));
      case Behaviour.Decline(String code) -> Optional.of(decide(request, code, nothing(request)));
      case Behaviour.Refer _ -> Optional.of(decide(request, REFERRAL, nothing(request)));
    };
  }

  /** A referral is completed under the same key, by the code its call gave. */
  private static boolean continues(BookEntry earlier, Request request) {
    return earlier.code().equals(REFERRAL)
        && request.operation() == Operation.COMPLETION
        && earlier.asked().equals(request.amount());
  }

  private BookEntry again(BookEntry earlier, Request request) {
    if (earlier.operation() == Operation.REVERSAL) {
      return unwritten(request, REVERSED);
    }
    boolean same =
        earlier.asked().equals(request.amount())
            && (earlier.operation() == Operation.REFUND)
                == (request.operation() == Operation.REFUND);
    return same ? earlier : unwritten(request, OTHER_DETAILS);
  }

  private BookEntry reverse(Request request, Optional<BookEntry> earlier) {
    if (earlier.isPresent() && earlier.get().operation() == Operation.REVERSAL) {
      return earlier.get();
    }
    Money back = earlier.map(entry -> entry.moved().negated()).orElseGet(() -> nothing(request));
    return decide(request, APPROVED, back);
  }

  private Behaviour behaviour(Request request) {
    Behaviour scripted = script.pollFirst();
    if (scripted != null) {
      return scripted;
    }
    if (request.token().isEmpty()) {
      return new Behaviour.Decline(UNKNOWN_CARD);
    }
    if (!amountsDecide) {
      return new Behaviour.Approve();
    }
    return switch (request.amount().getAmount().unscaledValue().intValue() % 100) {
      case 1 -> new Behaviour.Refer();
      case 5 -> new Behaviour.Decline("05");
      case 10 -> new Behaviour.ApprovePart(HALF);
      case 51 -> new Behaviour.Decline("51");
      case 54 -> new Behaviour.Decline("54");
      case 61 -> new Behaviour.Decline("61");
      case 68 -> new Behaviour.LoseAnswer();
      case 91 -> new Behaviour.LoseRequest();
      default -> new Behaviour.Approve();
    };
  }

  private BookEntry decide(Request request, String code, Money amount) {
    Money moved = request.operation() == Operation.REFUND ? amount.negated() : amount;
    BookEntry entry = entry(request, code, moved);
    book.append(entry);
    return entry;
  }

  /** Answered and not written: nothing changes, and the key keeps its first meaning. */
  private BookEntry unwritten(Request request, String code) {
    return entry(request, code, nothing(request));
  }

  private BookEntry entry(Request request, String code, Money moved) {
    long sequence = book.nextSequence();
    boolean approved = code.equals(APPROVED) || code.equals(IN_PART);
    return new BookEntry(
        sequence,
        clock.instant(),
        request.operation(),
        request.key(),
        request.amount(),
        moved,
        code,
        approved ? "%06d".formatted(sequence * 7_919 % 1_000_000) : "",
        request.masked(),
        request.scheme(),
        request.token());
  }

  private static Money part(Money amount, int percent) {
    return amount.multipliedBy(BigDecimal.valueOf(percent).movePointLeft(2), RoundingMode.DOWN);
  }

  private static Money nothing(Request request) {
    return Money.zero(request.amount().getCurrencyUnit());
  }
}

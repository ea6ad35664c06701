package dev.tillbridge.it.lane;

import dev.tillbridge.it.invoice.Invoice;
import dev.tillbridge.it.invoice.InvoiceRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Rings invoices at one register, one after the other, each exactly once, however often the
 * register dies under it. For one thread.
 */
public final class Clerk {

  private static final Duration LANE_BACK_WAIT_MAX = Duration.ofSeconds(90);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final String OVERRIDE_REASON = "price on the invoice";
  private static final String RETURN_REASON = "returned on the invoice";

  private final Register register;
  private final SignOn signOn;
  private final Map<String, BigDecimal> bookPrices;
  private final Money openingFloat;
  private final Consumer<InvoiceRow> whenRung;
  private boolean signedOn;
  private int interruptions;
  private long journalSeen;

  /** Who signs on. */
  public record SignOn(String operator, String pin) {}

  /**
   * @param bookPrices price of each code; a row priced otherwise is rung as a price override
   * @param whenRung told each row that the register has taken
   */
  public Clerk(
      Register register,
      SignOn signOn,
      Map<String, BigDecimal> bookPrices,
      Money openingFloat,
      Consumer<InvoiceRow> whenRung) {
    this.register = register;
    this.signOn = signOn;
    this.bookPrices = Map.copyOf(bookPrices);
    this.openingFloat = openingFloat;
    this.whenRung = whenRung;
  }

  /** How often the register did not answer. */
  public int interruptions() {
    return interruptions;
  }

  /**
   * Rings the invoice as one ticket and returns when the register has it in its journal.
   *
   * @throws IllegalStateException when the register refuses, or stays away too long
   */
  public RungTicket ring(Invoice invoice) {
    boolean interrupted = false;
    long deadline = System.nanoTime() + LANE_BACK_WAIT_MAX.toNanos();
    while (true) {
      try {
        LaneState state = ready();
        if (interrupted) {
          Optional<RungTicket> completed = completedBefore(state, invoice);
          if (completed.isPresent()) {
            return completed.get();
          }
        }
        return ringOn(cleared(state, invoice), invoice);
      } catch (LaneGone e) {
        signedOn = false;
        interrupted = true;
        interruptions++;
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(
              "Invoice %s could not be rung within %d s: %s"
                  .formatted(invoice.number(), LANE_BACK_WAIT_MAX.toSeconds(), e.getMessage()),
              e);
        }
        pause();
      }
    }
  }

  /** Signed on, with an open drawer. */
  public LaneState ready() throws LaneGone {
    LaneState state = register.state();
    if (!signedOn || state.operator() == null) {
      state =
          accepted(
              register.command(
                  "/sign-on", Map.of("operator", signOn.operator(), "pin", signOn.pin())));
      signedOn = true;
    }
    if (state.drawer() == null) {
      state = command("/drawer/open", Map.of("float", amount(openingFloat)));
    }
    return state;
  }

  private Optional<RungTicket> completedBefore(LaneState state, Invoice invoice) throws LaneGone {
    return register.journalAfter(journalSeen).stream()
        .filter(line -> line.isTicket() && invoice.number().equals(line.reference()))
        .map(line -> rung(state, line, invoice))
        .findFirst();
  }

  private RungTicket rung(LaneState state, JournalLine line, Invoice invoice) {
    journalSeen = line.sequence();
    return new RungTicket(
        state.lane(),
        state.epoch(),
        line.sequence(),
        line.hash(),
        Objects.requireNonNull(line.number(), "a ticket has a number"),
        invoice.number(),
        Objects.requireNonNull(line.lines(), "a ticket has lines"),
        Objects.requireNonNull(line.total(), "a ticket has a total"),
        true);
  }

  /** The lane with the beginning of this invoice's ticket on it, or with an empty one. */
  private LaneState cleared(LaneState state, Invoice invoice) throws LaneGone {
    LaneState cleared = state;
    if (!cleared.ticket().lines().isEmpty() && !isBeginningOf(invoice, cleared.ticket())) {
      cleared = command("/lane/void", Map.of());
    }
    if (cleared.ticket().lines().isEmpty() && cleared.ticket().kind() != invoice.kind()) {
      cleared =
          command("/lane/kind", Map.of("kind", invoice.kind().name(), "reason", RETURN_REASON));
    }
    return cleared;
  }

  private static boolean isBeginningOf(Invoice invoice, LaneState.Ticket ticket) {
    List<LaneState.Line> lines = ticket.lines();
    if (!invoice.number().equals(ticket.reference())
        || ticket.kind() != invoice.kind()
        || lines.size() > invoice.rows().size()) {
      return false;
    }
    for (int i = 0; i < lines.size(); i++) {
      LaneState.Line line = lines.get(i);
      InvoiceRow row = invoice.rows().get(i);
      if (!line.item().equals(row.code())
          || line.quantity().abs().compareTo(row.quantity().abs()) != 0
          || line.unitPrice().getAmount().compareTo(row.unitPrice()) != 0) {
        return false;
      }
    }
    return true;
  }

  private RungTicket ringOn(LaneState begun, Invoice invoice) throws LaneGone {
    LaneState state = begun;
    List<InvoiceRow> rows = invoice.rows();
    for (int i = state.ticket().lines().size(); i < rows.size(); i++) {
      state = command("/lane/scan", scan(rows.get(i)));
      if (state.ticket().lines().size() != i + 1) {
        throw new IllegalStateException(
            "Row %d of invoice %s was taken, and the ticket has %d lines instead of %d."
                .formatted(
                    rows.get(i).line(), invoice.number(), state.ticket().lines().size(), i + 1));
      }
      whenRung.accept(rows.get(i));
    }
    LaneState paid = command("/lane/tender/cash", Map.of("amount", "exact"));
    LaneState.Last last = paid.last();
    if (last == null || !invoice.number().equals(last.reference())) {
      throw new IllegalStateException(
          "Invoice %s was paid, and the register's last ticket is %s."
              .formatted(invoice.number(), last));
    }
    journalSeen = last.sequence();
    return new RungTicket(
        paid.lane(),
        paid.epoch(),
        last.sequence(),
        last.hash(),
        last.number(),
        invoice.number(),
        rows.size(),
        last.total(),
        false);
  }

  private Map<String, String> scan(InvoiceRow row) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("code", row.code());
    fields.put("quantity", row.quantity().abs().toPlainString());
    fields.put("reference", row.invoice());
    BigDecimal bookPrice = bookPrices.get(row.code());
    if (bookPrice == null || bookPrice.compareTo(row.unitPrice()) != 0) {
      fields.put("price", amount(Money.of(CurrencyUnit.of("GBP"), row.unitPrice())));
      fields.put("reason", OVERRIDE_REASON);
    }
    return fields;
  }

  private LaneState command(String path, Map<String, String> fields) throws LaneGone {
    return accepted(register.command(path, fields));
  }

  /** A register without room takes no new ticket, and goes on by itself when there is room. */
  private static LaneState accepted(LaneState state) throws LaneGone {
    if (state.refusal() != null) {
      LaneState.Delivery delivery = state.delivery();
      if (delivery != null && delivery.disk().equals("FULL")) {
        throw new LaneGone("Refused while the disk is full: " + state.refusal());
      }
      throw new IllegalStateException(
          "Register " + state.lane() + " refused what it should take: " + state.refusal());
    }
    return state;
  }

  private static String amount(Money money) {
    return money.getAmount().toPlainString();
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the register.", e);
    }
  }
}

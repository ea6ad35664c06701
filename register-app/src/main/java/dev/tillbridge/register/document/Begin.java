package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.document.Instalment;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.offsite.Events;
import dev.tillbridge.register.ticket.OpenTicket;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Makes a document of the ticket in hand, which ends with it. What is paid at once is then on the
 * next ticket.
 */
public final class Begin implements TillCommand {

  private final DocumentKind kind;
  private final String label;
  private final @Nullable LocalDate due;
  private final @Nullable Money deposit;
  private final int instalments;
  private final int intervalDays;

  private Begin(
      DocumentKind kind,
      String label,
      @Nullable LocalDate due,
      @Nullable Money deposit,
      int instalments,
      int intervalDays) {
    this.kind = kind;
    this.label = label.strip();
    this.due = due;
    this.deposit = deposit;
    this.instalments = instalments;
    this.intervalDays = intervalDays;
  }

  /** Puts the ticket aside. */
  public static Begin hold(String label) {
    return new Begin(DocumentKind.HOLD, label, null, null, 0, 0);
  }

  /**
   * Promises the ticket's prices.
   *
   * @param lastDay null for as long as the shop usually does
   */
  public static Begin quote(String label, @Nullable LocalDate lastDay) {
    return new Begin(DocumentKind.QUOTE, label, lastDay, null, 0, 0);
  }

  /**
   * Goods to be picked up later.
   *
   * @param pickUp null when no day was agreed
   * @param deposit to be paid now, null for none
   */
  public static Begin order(String label, @Nullable LocalDate pickUp, @Nullable Money deposit) {
    return new Begin(DocumentKind.ORDER, label, pickUp, deposit, 0, 0);
  }

  /** Goods kept for the customer and paid in parts, the first of them now. */
  public static Begin layaway(String label, int instalments, int intervalDays) {
    return new Begin(DocumentKind.LAYAWAY, label, null, null, instalments, intervalDays);
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof DocumentRecorded recorded
        && recorded.document().isBegun()
        && recorded.document().kind() == kind
        && Objects.requireNonNullElse(recorded.document().label(), "").equals(label);
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    LocalDate today = OpenDocuments.today(till);
    OpenTicket ticket = till.ticket();
    return cannotBegin(till, ticket)
        .or(() -> outOfBounds(ticket, today, till))
        .or(() -> {
          Document document = document(till, ticket, today);
          return till.record(new DocumentRecorded(OpenDocuments.session(till).number(), document))
              .or(() -> begun(till, document));
        });
  }

  /** It is recorded whatever comes now: a payment that cannot begin here can begin later. */
  private Optional<Refusal> begun(AtTheTill till, Document document) {
    var _ = paidNow(document).flatMap(amount -> new Pay(document.number(), amount).carryOut(till));
    return Optional.empty();
  }

  /** What the customer pays at once: with it the next ticket begins. */
  private Optional<Money> paidNow(Document document) {
    return switch (kind) {
      case HOLD, QUOTE -> Optional.empty();
      case ORDER -> Optional.ofNullable(deposit).filter(Money::isPositive);
      case LAYAWAY -> Optional.ofNullable(Schedule.next(document)).map(Instalment::amount);
    };
  }

  private Optional<Refusal> cannotBegin(AtTheTill till, OpenTicket ticket) {
    Money total = ticket.totals(till.profile().currency()).total();
    if (ticket.isEmpty()) {
      return Optional.of(new Refusal.EmptyTicket());
    }
    Optional<Refusal> ofAnEvent = Events.notOnDocuments(till, ticket);
    if (ofAnEvent.isPresent()) {
      return ofAnEvent;
    }
    if (!ticket.tenders().isEmpty() || ticket.card() != null) {
      return Optional.of(
          new Refusal.PaymentsTaken(
              Math.max(1, ticket.tenders().size()), ticket.paid(till.profile().currency())));
    }
    DocumentStep step = ticket.particulars().document();
    if (step != null) {
      return Optional.of(new Refusal.DocumentInHand(step.number()));
    }
    if (!ticket.particulars().charges().isEmpty()) {
      return Optional.of(
          new DocumentRefusal.NotKept(ticket.particulars().charges().getFirst().name()));
    }
    if (ticket.particulars().exemption() != null) {
      return Optional.of(new DocumentRefusal.NotKept("a tax exemption"));
    }
    if (ticket.lines().stream().anyMatch(TicketLine::isFromReceipt)) {
      // nobody would count them as come back, and they could come back once more
      return Optional.of(new DocumentRefusal.NotKept("goods back by a receipt"));
    }
    if (kind != DocumentKind.HOLD && (anyBack(ticket) || !total.isPositive())) {
      return Optional.of(new DocumentRefusal.GoodsComeBack(kind));
    }
    return Optional.empty();
  }

  private static boolean anyBack(OpenTicket ticket) {
    return ticket.lines().stream().map(TicketLine::quantity).anyMatch(each -> each.signum() < 0);
  }

  private Optional<Refusal> outOfBounds(OpenTicket ticket, LocalDate today, AtTheTill till) {
    Money total = ticket.totals(till.profile().currency()).total();
    if (ticket.lines().size() > DocumentRules.LINES_MAX) {
      return Optional.of(new Refusal.TooManyLines(DocumentRules.LINES_MAX));
    }
    if (till.state().open().documents().size() >= DocumentRules.OPEN_MAX) {
      return Optional.of(new DocumentRefusal.TooManyOpen(DocumentRules.OPEN_MAX));
    }
    if (label.length() > DocumentRules.LABEL_LENGTH_MAX) {
      return notAllowed(
          "Label",
          label.substring(0, 20) + "...",
          "up to " + DocumentRules.LABEL_LENGTH_MAX + " characters");
    }
    LocalDate last = today.plusDays(DocumentRules.DAYS_MAX);
    if (due != null && (due.isBefore(today) || due.isAfter(last))) {
      return Optional.of(new DocumentRefusal.DueDay(due, today, last));
    }
    if (deposit != null && (deposit.isNegative() || deposit.isGreaterThan(total))) {
      return Optional.of(new DocumentRefusal.TooMuch("the order", deposit, total));
    }
    if (kind == DocumentKind.LAYAWAY) {
      return outside("Instalments", instalments, DocumentRules.INSTALMENTS_MAX)
          .or(() -> outside("Days between", intervalDays, DocumentRules.DAYS_MAX));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> outside(String what, int given, int most) {
    return given >= 1 && given <= most
        ? Optional.empty()
        : notAllowed(what, Integer.toString(given), "1 to " + most);
  }

  private static Optional<Refusal> notAllowed(String what, String given, String allowed) {
    return Optional.of(new Refusal.NotAllowed(what, given, allowed));
  }

  private Document document(AtTheTill till, OpenTicket ticket, LocalDate today) {
    Money total = ticket.totals(till.profile().currency()).total();
    List<Instalment> schedule =
        kind == DocumentKind.LAYAWAY
            ? Schedule.of(total, instalments, today, intervalDays)
            : List.of();
    return new Document(
        OpenDocuments.nextNumber(till),
        kind,
        DocumentState.OPEN,
        1,
        ticket.particulars().customer(),
        label.isEmpty() ? null : label,
        ticket.lines(),
        ticket.priceBook(),
        total,
        Money.zero(total.getCurrencyUnit()),
        switch (kind) {
          case HOLD -> null;
          case QUOTE -> due == null ? today.plusDays(till.profile().documents().quoteDays()) : due;
          case ORDER -> due;
          case LAYAWAY -> schedule.getLast().due();
        },
        schedule,
        ticket.reference(),
        ticket.pricing());
  }
}

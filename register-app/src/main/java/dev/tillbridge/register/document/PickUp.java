package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketParticulars;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.ticket.OpenTicket;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Hands over what was agreed: the goods of a quote, an order or a layaway, at the prices of the
 * price book they were agreed with. What was paid before is the first payment; when it is all of
 * it, the ticket is complete at once.
 */
public record PickUp(String number) implements TillCommand {

  @Override
  public boolean records(EntryBody body) {
    return body instanceof EntryBody.TicketCompleted completed
        && new DocumentStep(number, DocumentState.DONE).equals(completed.ticket().document());
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    return OpenDocuments.take(
        till,
        number,
        document ->
            cannotPickUp(document, OpenDocuments.today(till))
                .or(() -> till.change(ticket -> agreed(document)))
                .or(() -> paidUp(till)));
  }

  private Optional<Refusal> cannotPickUp(Document document, LocalDate today) {
    if (document.kind() == DocumentKind.HOLD) {
      return Optional.of(
          new DocumentRefusal.OtherKind(number, document.kind(), "recall it to go on with it"));
    }
    LocalDate due = document.due();
    return document.kind() == DocumentKind.QUOTE && due != null && due.isBefore(today)
        ? Optional.of(new DocumentRefusal.Expired(number, due, today))
        : Optional.empty();
  }

  private OpenTicket agreed(Document document) {
    return new OpenTicket(
        TicketKind.SALE,
        document.priceBook(),
        document.reference(),
        document.lines(),
        document.pricing(),
        List.of(),
        TicketParticulars.NONE
            .forCustomer(document.customer())
            .stepping(new DocumentStep(number, DocumentState.DONE)),
        document.paid().isPositive()
            ? List.of(new Tender.Deposit(document.paid(), number))
            : List.of(),
        null,
        null);
  }

  /**
   * When nothing is left to pay, the ticket is complete; if that fails, the document stays open.
   */
  private static Optional<Refusal> paidUp(AtTheTill till) {
    if (!till.due().isZero()) {
      return Optional.empty();
    }
    Money zero = till.due();
    Optional<Refusal> refused = till.complete(till.ticket().tenders(), zero, zero);
    refused
        .filter(why -> why instanceof Refusal.NotRecorded || why instanceof Refusal.JournalFull)
        .ifPresent(why -> till.clearTicket());
    return refused;
  }
}

package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.TicketParticulars;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Gives a document up. Without money on it, it is cancelled at once. Otherwise a ticket begins that
 * pays back what was paid, less the fee of a layaway; the document is cancelled when that ticket is
 * complete.
 */
public record Cancel(String number) implements TillCommand {

  /** What the receipt calls what the shop keeps. */
  static final String FEE = "Cancellation fee";

  @Override
  public boolean records(EntryBody body) {
    return switch (body) {
      case DocumentRecorded recorded ->
          recorded.document().number().equals(number)
              && recorded.document().state() == DocumentState.CANCELLED;
      case EntryBody.TicketCompleted completed ->
          new DocumentStep(number, DocumentState.CANCELLED).equals(completed.ticket().document());
      case EntryBody other -> false;
    };
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    return OpenDocuments.take(
        till,
        number,
        document ->
            document.paid().isZero()
                ? till.record(
                    new DocumentRecorded(
                        OpenDocuments.session(till).number(), document.in(DocumentState.CANCELLED)))
                : payingBack(till, document));
  }

  private Optional<Refusal> payingBack(AtTheTill till, Document document) {
    Money paid = document.paid();
    Money zero = Money.zero(paid.getCurrencyUnit());
    Money fee =
        document.kind() == DocumentKind.LAYAWAY
            ? till.profile().documents().fee(document.total(), paid)
            : zero;
    TicketParticulars back =
        TicketParticulars.NONE
            .forCustomer(document.customer())
            .charging(new Charge.DepositPaid(paid.negated(), number))
            .stepping(new DocumentStep(number, DocumentState.CANCELLED));
    OpenTicket ticket =
        OpenTicket.EMPTY.stating(
            fee.isZero() ? back : back.charging(new Charge.Fee(fee, FEE, number)));
    return till.change(before -> ticket)
        .or(() -> till.due().isZero() ? nothingBack(till, zero) : Optional.empty());
  }

  /** The shop keeps all of it: nobody pays anything, and the ticket is complete. */
  private static Optional<Refusal> nothingBack(AtTheTill till, Money zero) {
    Optional<Refusal> refused = till.complete(List.of(), zero, zero);
    refused
        .filter(why -> why instanceof Refusal.NotRecorded || why instanceof Refusal.JournalFull)
        .ifPresent(why -> till.clearTicket());
    return refused;
  }
}

package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketParticulars;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.LaneLimits;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TicketChange;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.pricing.TicketPricing;
import dev.tillbridge.register.ticket.GivenDiscount;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * Goes on with a hold: its lines become the ticket in hand, priced with the price book of now.
 *
 * <p>The ticket is saved first and names the hold until the journal says that the hold is done; a
 * start in between finishes it. So the lines are in hand or on hold, and never both or neither.
 */
public record Recall(String number) implements TillCommand {

  @Override
  public boolean records(EntryBody body) {
    return body instanceof DocumentRecorded recorded
        && recorded.document().number().equals(number)
        && recorded.document().state() == DocumentState.DONE;
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    return OpenDocuments.take(
        till,
        number,
        document ->
            notAHold(document)
                .or(() -> till.ringAllowed((ticket, pricing) -> inHand(document, pricing)))
                .or(() -> done(till, document)));
  }

  private Optional<Refusal> notAHold(Document document) {
    return document.kind() == DocumentKind.HOLD
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.OtherKind(
                number, document.kind(), "it is picked up at the prices agreed, not recalled"));
  }

  private Optional<Refusal> done(AtTheTill till, Document document) {
    Optional<Refusal> refused =
        till.record(
            new DocumentRecorded(
                OpenDocuments.session(till).number(), document.in(DocumentState.DONE)));
    refused
        .filter(why -> why instanceof Refusal.NotRecorded || why instanceof Refusal.JournalFull)
        .ifPresent(why -> till.clearTicket()); // it is not in the journal, so it is still on hold
    return refused;
  }

  private TicketChange inHand(Document document, Optional<TicketPricing> pricing) {
    if (pricing.isEmpty()) {
      return new TicketChange.NotChanged(new Refusal.NoPriceBook());
    }
    PricingContext now = pricing.get().context();
    PricingContext then = document.pricing();
    return new TicketChange.Changed(
        new OpenTicket(
            TicketKind.SALE,
            pricing.get().version(),
            document.reference(),
            document.lines(),
            then == null
                ? now
                : new PricingContext(
                    now.moment(), now.zone(), then.coupons(), then.customerGroup()),
            given(document.lines()),
            TicketParticulars.NONE
                .forCustomer(document.customer())
                .stepping(new DocumentStep(number, DocumentState.DONE)),
            List.of(),
            null,
            null));
  }

  /** What people took off by hand, as an amount on each line. */
  private static List<GivenDiscount> given(List<TicketLine> lines) {
    List<GivenDiscount> given = new ArrayList<>();
    for (TicketLine line : lines) {
      List<LineDiscount> byHand =
          line.isFromReceipt()
              ? List.of()
              : line.discounts().stream().filter(LineDiscount::isManual).toList();
      if (!byHand.isEmpty()) {
        Money amount =
            byHand.stream()
                .map(discount -> discount.amount().abs())
                .reduce(Money.zero(line.amount().getCurrencyUnit()), Money::plus);
        String reasons =
            byHand.stream().map(LineDiscount::name).distinct().collect(Collectors.joining(", "));
        given.add(
            new GivenDiscount(
                line.number(),
                null,
                amount,
                reasons.substring(0, Math.min(reasons.length(), LaneLimits.REASON_LENGTH_MAX))));
      }
    }
    return given;
  }
}

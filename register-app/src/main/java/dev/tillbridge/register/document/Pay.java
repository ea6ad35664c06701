package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.TicketParticulars;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.Optional;
import org.joda.money.Money;

/** Begins a ticket with which the customer pays this much on an order or layaway. */
public record Pay(String number, Money amount) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    return OpenDocuments.take(
        till,
        number,
        document -> cannotPay(document).or(() -> till.change(ticket -> paying(document))));
  }

  private Optional<Refusal> cannotPay(Document document) {
    if (document.kind() != DocumentKind.ORDER && document.kind() != DocumentKind.LAYAWAY) {
      return Optional.of(
          new DocumentRefusal.OtherKind(
              number, document.kind(), "money is paid on orders and layaways"));
    }
    Money balance = document.balance();
    if (!balance.isPositive()) {
      return Optional.of(new DocumentRefusal.PaidUp(number, document.paid()));
    }
    return amount.isPositive() && !amount.isGreaterThan(balance)
        ? Optional.empty()
        : Optional.of(new DocumentRefusal.TooMuch(number, amount, balance));
  }

  private OpenTicket paying(Document document) {
    return OpenTicket.EMPTY.stating(
        TicketParticulars.NONE
            .forCustomer(document.customer())
            .charging(new Charge.DepositPaid(amount, number))
            .stepping(new DocumentStep(number, DocumentState.OPEN)));
  }
}

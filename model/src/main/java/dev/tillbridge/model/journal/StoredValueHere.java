package dev.tillbridge.model.journal;

import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What happened to a stored value at this register.
 *
 * @param issued here, reloads included
 * @param redeemed here
 * @param unchecked of that, what HQ was not asked for
 */
public record StoredValueHere(
    String number, StoredValueKind kind, Money issued, Money redeemed, Money unchecked) {

  /** What a ticket did, one for each charge and tender. */
  static List<StoredValueHere> in(Ticket ticket) {
    List<StoredValueHere> here = new ArrayList<>();
    for (Charge charge : ticket.charges()) {
      if (charge instanceof Charge.StoredValueSold sold) {
        Money zero = Money.zero(sold.amount().getCurrencyUnit());
        here.add(new StoredValueHere(sold.number(), sold.kind(), sold.amount(), zero, zero));
      }
    }
    for (Tender tender : ticket.tenders()) {
      if (tender instanceof Tender.StoredValue value) {
        Money zero = Money.zero(value.amount().getCurrencyUnit());
        Money unchecked = value.checked() ? zero : value.amount();
        here.add(
            new StoredValueHere(value.number(), value.kind(), zero, value.amount(), unchecked));
      }
    }
    return here;
  }

  /** Both together, of the kind this one is. */
  StoredValueHere plus(StoredValueHere more) {
    return new StoredValueHere(
        number,
        kind,
        issued.plus(more.issued),
        redeemed.plus(more.redeemed),
        unchecked.plus(more.unchecked));
  }
}

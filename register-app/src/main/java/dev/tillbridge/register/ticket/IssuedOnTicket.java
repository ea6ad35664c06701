package dev.tillbridge.register.ticket;

import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.storedvalue.StoredValueNumber;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.TicketParticulars;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Stored values that the open ticket issues. Their numbers are made of the ticket's, which it gets
 * when it is completed; until then each has a place such as {@code G1}.
 */
public final class IssuedOnTicket {

  private IssuedOnTicket() {}

  /** The next free place; empty when a ticket can issue no more of the kind. */
  public static Optional<String> next(TicketParticulars particulars, StoredValueKind kind) {
    return IntStream.rangeClosed(1, StoredValueNumber.PLACES)
        .mapToObj(place -> letter(kind) + place)
        .filter(place -> particulars.charges().stream().noneMatch(each -> isAt(each, place)))
        .findFirst();
  }

  /** The particulars with every new stored value numbered. */
  static TicketParticulars numbered(TicketParticulars particulars, String ticket) {
    return particulars.charges().stream().noneMatch(IssuedOnTicket::isNew)
        ? particulars
        : new TicketParticulars(
            particulars.customer(),
            particulars.exemption(),
            particulars.charges().stream().map(each -> numbered(each, ticket)).toList(),
            particulars.document(),
            particulars.event());
  }

  private static Charge numbered(Charge charge, String ticket) {
    return charge instanceof Charge.StoredValueSold sold && isNew(sold)
        ? new Charge.StoredValueSold(
            sold.amount(),
            sold.kind(),
            new StoredValueNumber(ticket, sold.kind(), sold.number().charAt(1) - '0').toString(),
            false)
        : charge;
  }

  private static boolean isNew(Charge charge) {
    return charge instanceof Charge.StoredValueSold sold && !sold.reload();
  }

  private static boolean isAt(Charge charge, String place) {
    return charge instanceof Charge.StoredValueSold sold && sold.number().equals(place);
  }

  private static String letter(StoredValueKind kind) {
    return kind == StoredValueKind.GIFT ? "G" : "C";
  }
}

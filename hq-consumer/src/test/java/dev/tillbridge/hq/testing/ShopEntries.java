package dev.tillbridge.hq.testing;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketParticulars;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What one lane does that others are told of, as it would reach HQ. Lanterns cost 2.55. */
public final class ShopEntries {

  private static final TaxRate TAX =
      new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.INCLUSIVE);

  private ShopEntries() {}

  public static Money gbp(String amount) {
    return Money.parse("GBP " + amount);
  }

  /** An order over two lanterns. */
  public static Document order(String number, long revision, DocumentState state) {
    return new Document(
        number,
        DocumentKind.ORDER,
        state,
        revision,
        null,
        "Mrs Lind",
        List.of(lanterns("2", null)),
        7,
        gbp("5.10"),
        gbp("0.00"),
        null,
        List.of(),
        null,
        null);
  }

  public static byte[] recorded(LaneTape lane, Document document) {
    return lane.write(new DocumentRecorded(1, document));
  }

  public static byte[] leftTo(LaneTape lane, Document document, LaneId to) {
    return lane.write(new DocumentRecorded(1, document, to));
  }

  public static byte[] paid(LaneTape lane, String document, String amount) {
    return charged(
        lane,
        TicketParticulars.NONE
            .charging(new Charge.DepositPaid(gbp(amount), document))
            .stepping(new DocumentStep(document, DocumentState.OPEN)),
        amount);
  }

  public static byte[] pickedUp(LaneTape lane, String document, String deposit) {
    return lane.ticket(
        Ticket.of(
            lane.nextNumber(),
            TicketKind.SALE,
            7,
            null,
            List.of(lanterns("2", null)),
            List.of(
                new Tender.Deposit(gbp(deposit), document),
                new Tender.Cash(gbp("5.10").minus(gbp(deposit)))),
            gbp("0.00"),
            null,
            TicketParticulars.NONE.stepping(new DocumentStep(document, DocumentState.DONE)),
            gbp("0.00")));
  }

  public static byte[] sold(LaneTape lane, String lanterns) {
    Money paid = gbp("2.55").multipliedBy(Long.parseLong(lanterns));
    return lane.ticket(
        Ticket.of(
            lane.nextNumber(),
            TicketKind.SALE,
            7,
            null,
            List.of(lanterns(lanterns, null)),
            List.of(new Tender.Cash(paid)),
            gbp("0.00")));
  }

  public static byte[] returned(LaneTape lane, String lanterns, String ticket) {
    Money paid = gbp("-2.55").multipliedBy(Long.parseLong(lanterns));
    return lane.ticket(
        Ticket.of(
            lane.nextNumber(),
            TicketKind.RETURN,
            7,
            null,
            List.of(lanterns("-" + lanterns, ticket)),
            List.of(new Tender.Cash(paid)),
            gbp("0.00")));
  }

  /** The same by a register that tells the tax that went back, without its sign. */
  public static byte[] returned(LaneTape lane, String lanterns, String ticket, String tax) {
    Money paid = gbp("-2.55").multipliedBy(Long.parseLong(lanterns));
    return lane.ticket(
        Ticket.of(
            lane.nextNumber(),
            TicketKind.RETURN,
            7,
            null,
            List.of(
                lanterns("-" + lanterns, null)
                    .returnedFrom(new ReturnedFrom(ticket, 1, "too small", gbp("-" + tax)))),
            List.of(new Tender.Cash(paid)),
            gbp("0.00")));
  }

  /** One lantern of a ticket for two others. */
  public static byte[] exchanged(LaneTape lane, String ticket) {
    return lane.ticket(
        Ticket.of(
            lane.nextNumber(),
            TicketKind.EXCHANGE,
            7,
            null,
            List.of(lanterns("-1", ticket), lanterns("2", null).numbered(2)),
            List.of(new Tender.Cash(gbp("2.55"))),
            gbp("0.00")));
  }

  public static byte[] gift(LaneTape lane, String number, String amount) {
    return charged(
        lane,
        TicketParticulars.NONE.charging(
            new Charge.StoredValueSold(gbp(amount), StoredValueKind.GIFT, number, false)),
        amount);
  }

  /** One lantern paid with it. */
  public static byte[] redeemed(LaneTape lane, String number) {
    return lane.ticket(
        Ticket.of(
            lane.nextNumber(),
            TicketKind.SALE,
            7,
            null,
            List.of(lanterns("1", null)),
            List.of(new Tender.StoredValue(gbp("2.55"), StoredValueKind.GIFT, number, true)),
            gbp("0.00")));
  }

  public static byte[] customer(
      LaneTape lane, String id, String name, @Nullable String phone, @Nullable String email) {
    return lane.write(
        new CustomerRecorded(0, new Customer(id, 1, name, phone, email, null, null, false)));
  }

  /** One without phone and email who was given a card. */
  public static byte[] customerWithCard(
      LaneTape lane, String id, String name, String card, Instant since) {
    return customerWithCard(lane, id, name, card, null, since);
  }

  public static byte[] customerWithCard(
      LaneTape lane, String id, String name, String card, @Nullable String phone, Instant since) {
    return lane.write(
        new CustomerRecorded(
            0,
            new Customer(id, 1, name, phone, null, null, null, false)
                .with(new CustomerCard(card, since))));
  }

  private static byte[] charged(LaneTape lane, TicketParticulars particulars, String cash) {
    return lane.ticket(
        Ticket.of(
            lane.nextNumber(),
            TicketKind.SALE,
            0,
            null,
            List.of(),
            List.of(new Tender.Cash(gbp(cash))),
            gbp("0.00"),
            null,
            particulars,
            gbp("0.00")));
  }

  private static TicketLine lanterns(String quantity, @Nullable String from) {
    TicketLine line =
        TicketLine.of(1, "L", "L", "Lantern", new BigDecimal(quantity), gbp("2.55"), TAX, null);
    return from == null ? line : line.returnedFrom(new ReturnedFrom(from, 1, "too small"));
  }
}

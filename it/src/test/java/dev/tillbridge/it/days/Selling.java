package dev.tillbridge.it.days;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.customer.AddCustomer;
import dev.tillbridge.register.customer.ChooseCustomer;
import dev.tillbridge.register.customer.CustomerForm;
import dev.tillbridge.register.customer.EditCustomer;
import dev.tillbridge.register.lane.Discount;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Scan;
import dev.tillbridge.register.returns.BlindReturn;
import dev.tillbridge.register.returns.BringBack;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What goes onto the ticket. */
final class Selling {

  private final Store store;
  private final Chance chance;

  Selling(Store store, Chance chance) {
    this.store = store;
    this.chance = chance;
  }

  Outcome scan(Register at) {
    String code = at.lane.view().event() != null && chance.oneIn(3) ? "CIDER" : any();
    return at.lane.scan(Scan.of(code, chance.quantity(code)));
  }

  Outcome scanAtAPrice(Register at) {
    return at.lane.scan(new Scan(any(), BigDecimal.ONE, chance.pence(2_000), "torn", null));
  }

  Outcome quantity(Register at) {
    return at.lane.changeQuantity(line(at), chance.quantity(any()));
  }

  Outcome voidLine(Register at) {
    return at.lane.voidLine(line(at));
  }

  Outcome price(Register at) {
    return at.lane.overridePrice(line(at), chance.pence(3_000), "scratched");
  }

  Outcome discount(Register at) {
    Integer line = chance.oneIn(2) ? line(at) : null;
    return at.lane.discount(
        chance.oneIn(2)
            ? Discount.percent(line, Integer.toString(chance.below(30)), "Goodwill")
            : Discount.amount(line, chance.pence(400), "Goodwill"));
  }

  Outcome backToSale(Register at) {
    return at.lane.backToSale();
  }

  Outcome blindReturn(Register at) {
    return at.lane.carryOut(new BlindReturn("damaged"));
  }

  /** By a receipt of any lane, a part of some of its lines. */
  Outcome bringBack(Register at) {
    List<Ticket> sold = store.tickets().stream().filter(t -> !t.lines().isEmpty()).toList();
    if (sold.isEmpty()) {
      return scan(at);
    }
    Ticket ticket = chance.of(sold.subList(Math.max(0, sold.size() - 40), sold.size()));
    SortedMap<Integer, BigDecimal> back = new TreeMap<>();
    TicketLine line = chance.of(ticket.lines());
    back.put(
        line.number(),
        chance.oneIn(2) ? line.quantity() : line.quantity().min(chance.quantity(line.item())));
    return at.lane.carryOut(
        new BringBack(ticket, back, "too big", store.cameBackElsewhere(at, ticket)));
  }

  Outcome addCustomer(Register at) {
    String phone = "0" + (10_000 + chance.below(90_000));
    return at.lane.carryOut(
        new AddCustomer(
            new CustomerForm("Ada " + phone, phone, "", "", chance.oneIn(2) ? "TAX-1" : "", true)));
  }

  Outcome editCustomer(Register at) {
    List<Customer> known = at.lane.state().open().customers();
    return known.isEmpty()
        ? addCustomer(at)
        : at.lane.carryOut(
            new EditCustomer(
                chance.of(known), new CustomerForm("Bea", "", "b@example.org", "", "", false)));
  }

  Outcome chooseCustomer(Register at) {
    List<Customer> known = at.lane.state().open().customers();
    return at.lane.carryOut(
        new ChooseCustomer(known.isEmpty() || chance.oneIn(3) ? null : chance.of(known).id()));
  }

  private String any() {
    return chance.of(Shelf.CODES);
  }

  private int line(Register at) {
    return 1 + chance.below(at.lane.view().ticket().lines().size() + 1);
  }
}

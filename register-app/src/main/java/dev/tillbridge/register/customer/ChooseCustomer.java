package dev.tillbridge.register.customer;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerName;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.TicketParticulars;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.PricedTicket;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TicketChange;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.pricing.TicketPricing;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts a customer on the open ticket: their group prices it, and with a tax reference no tax is
 * charged. What the customer before brought goes with them.
 *
 * @param id null for nobody
 * @param others whom HQ told of
 */
public record ChooseCustomer(@Nullable String id, People others) implements TillCommand {

  /** Where HQ told of nobody. */
  public ChooseCustomer(@Nullable String id) {
    this(id, People.NONE);
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    return chosen(till, till::ring);
  }

  /** Why they cannot be put on the ticket; empty when they can. */
  Optional<Refusal> refusal(AtTheTill till) {
    return chosen(till, till::cannotRing);
  }

  private Optional<Refusal> chosen(
      AtTheTill till, Function<PricedTicket.Rule, Optional<Refusal>> ring) {
    Customer customer = id == null ? null : known(till, id);
    if (id != null && customer == null) {
      return Optional.of(new CustomerRefusal.NotKnownHere(id));
    }
    CustomerName named = till.ticket().particulars().customer();
    Customer before = named == null ? null : known(till, named.id());
    return ring.apply((ticket, pricing) -> chosen(ticket, pricing, before, customer));
  }

  private @Nullable Customer known(AtTheTill till, String who) {
    return till.state().open().customers().stream()
        .filter(each -> each.id().equals(who))
        .findFirst()
        .map(own -> KnownCustomers.newer(own, others.find(who)))
        .or(() -> others.find(who))
        .orElse(null);
  }

  private static TicketChange chosen(
      OpenTicket ticket,
      Optional<TicketPricing> pricing,
      @Nullable Customer before,
      @Nullable Customer customer) {
    TicketParticulars now = ticket.particulars();
    String exemption = now.exemption();
    if (before != null && Objects.equals(exemption, before.taxReference())) {
      exemption = null;
    }
    if (customer != null && customer.taxReference() != null) {
      exemption = customer.taxReference();
    }
    if (!Objects.equals(exemption, now.exemption())
        && ticket.lines().stream().anyMatch(line -> line.isFromReceipt())) {
      return new TicketChange.NotChanged(
          new CustomerRefusal.GoodsFromReceipt(
              customer == null ? "This customer" : customer.name()));
    }
    OpenTicket named =
        ticket.stating(
            now.forCustomer(customer == null ? null : customer.named()).exempt(exemption));
    return new TicketChange.Changed(
        pricing.map(book -> grouped(named, book, before, customer)).orElse(named));
  }

  /** A group that this book has no promotion for changes nothing. */
  private static OpenTicket grouped(
      OpenTicket ticket,
      TicketPricing book,
      @Nullable Customer before,
      @Nullable Customer customer) {
    PricingContext asked = book.context();
    String group = asked.customerGroup();
    String old = before == null ? null : before.group();
    if (old != null && old.equalsIgnoreCase(group)) {
      group = null;
    }
    String own = customer == null ? null : customer.group();
    if (own != null) {
      group = book.customerGroup(own).orElse(group);
    }
    if (Objects.equals(group, asked.customerGroup())) {
      return ticket;
    }
    return group == null && !ticket.hasLines() && asked.coupons().isEmpty()
        ? ticket.asking(null)
        : ticket.asking(new PricingContext(asked.moment(), asked.zone(), asked.coupons(), group));
  }
}

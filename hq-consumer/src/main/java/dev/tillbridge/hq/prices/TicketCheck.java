package dev.tillbridge.hq.prices;

import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.pricing.TicketPricer;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Compares tickets with one version of the price book: of each line the item, the unit price, what
 * promotions take off, the tax rate. What was given by hand (a changed price, a discount with a
 * reason) is no difference. Of returns and of tickets that do not say with what the book was asked,
 * promotions are not compared.
 */
final class TicketCheck {

  private final PriceBook book;
  private final TicketPricer pricer;
  private final DifferenceWords words;

  TicketCheck(PriceBook book) {
    this.book = book;
    this.pricer = new TicketPricer(book);
    this.words = new DifferenceWords(book.manifest().version());
  }

  /**
   * Every difference, in the order of lines.
   *
   * @param store where it was rung, which decides the zone whatever the register thought
   * @param event it was sold at, whose prices come before the book's; null in the shop
   */
  Verdict.Compared compare(Ticket ticket, String store, @Nullable OffsiteEvent event) {
    TicketPricer there = pricer.at(event);
    PricingContext asked = ticket.pricing();
    List<TicketLine> priced = asked == null ? List.of() : priced(there, ticket, asked, store);
    List<Difference> found = new ArrayList<>();
    for (int i = 0; i < ticket.lines().size(); i++) {
      TicketLine line = ticket.lines().get(i);
      if (line.isFromReceipt()) {
        continue; // it goes back for what was paid, which is compared with the ticket it names
      }
      var item = there.find(line.scanned()).or(() -> there.find(line.item()));
      if (item.isEmpty()) {
        found.add(words.noItem(line));
      } else if (priced.isEmpty()) {
        compare(line, Expected.priceOnly(line, item.get()), found);
      } else {
        boolean promotions = line.quantity().signum() > 0;
        compare(line, Expected.of(priced.get(i), promotions), found);
      }
    }
    return new Verdict.Compared(ticket.total().getCurrencyUnit(), found);
  }

  private List<TicketLine> priced(
      TicketPricer there, Ticket ticket, PricingContext asked, String store) {
    PricingContext context =
        new PricingContext(
            asked.moment(), book.terms().zoneOf(store), asked.coupons(), asked.customerGroup());
    return there.price(ticket.lines(), context);
  }

  private void compare(TicketLine line, Expected expected, List<Difference> found) {
    if (!line.item().equals(expected.item())) {
      found.add(words.otherItem(line, expected));
    }
    comparePrice(line, expected, found);
    comparePromotions(line, expected, found);
    TaxRate tax = expected.tax();
    if (tax != null && !same(line.tax(), tax)) {
      Money difference = payable(line.amount(), line.tax()).minus(payable(line.amount(), tax));
      found.add(words.tax(line, tax, difference));
    }
  }

  private void comparePrice(TicketLine line, Expected expected, List<Difference> found) {
    boolean byHand = line.override() != null;
    Money charged = line.override() == null ? line.unitPrice() : line.override().bookPrice();
    if (!charged.equals(expected.unitPrice())) {
      Money difference =
          byHand
              ? Money.zero(charged.getCurrencyUnit())
              : times(charged, line).minus(times(expected.unitPrice(), line));
      found.add(words.price(line, charged, expected, difference));
    }
  }

  private void comparePromotions(TicketLine line, Expected expected, List<Difference> found) {
    List<LineDiscount> promotions = expected.promotions();
    if (promotions == null) {
      return;
    }
    Map<String, Money> taken = byCode(line.discounts());
    Map<String, Money> due = byCode(promotions);
    Money nothing = Money.zero(line.amount().getCurrencyUnit());
    Set<String> codes = new TreeSet<>(taken.keySet());
    codes.addAll(due.keySet());
    for (String code : codes) {
      Money was = taken.getOrDefault(code, nothing);
      Money should = due.getOrDefault(code, nothing);
      if (!was.equals(should)) {
        String name = name(code, line.discounts(), promotions);
        found.add(words.discount(line, name, was, should));
      }
    }
  }

  private static Map<String, Money> byCode(List<LineDiscount> discounts) {
    Map<String, Money> amounts = new TreeMap<>();
    for (LineDiscount discount : discounts) {
      String code = discount.promotion();
      if (code != null) {
        amounts.merge(code, discount.amount(), Money::plus);
      }
    }
    return amounts;
  }

  private static String name(String code, List<LineDiscount> taken, List<LineDiscount> due) {
    List<LineDiscount> all = new ArrayList<>(due);
    all.addAll(taken);
    return all.stream()
        .filter(discount -> code.equals(discount.promotion()))
        .map(LineDiscount::name)
        .findFirst()
        .orElse(code);
  }

  private static Money times(Money unitPrice, TicketLine line) {
    return unitPrice.multipliedBy(line.quantity(), TicketLine.ROUNDING);
  }

  private static boolean same(TaxRate one, TaxRate other) {
    return one.category().equals(other.category())
        && one.percent().compareTo(other.percent()) == 0
        && one.mode() == other.mode();
  }

  private static Money payable(Money amount, TaxRate tax) {
    return tax.mode() == TaxMode.INCLUSIVE
        ? amount
        : amount.plus(
            amount.multipliedBy(
                tax.percent().divide(BigDecimal.valueOf(100)), RoundingMode.HALF_UP));
  }
}

package dev.tillbridge.register.lane;

import dev.tillbridge.model.card.TypedCardNumbers;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.register.lane.TicketChange.Changed;
import dev.tillbridge.register.lane.TicketChange.NotChanged;
import dev.tillbridge.register.pricing.TicketPricing;
import dev.tillbridge.register.ticket.GivenDiscount;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The rules for what makes an open ticket cheaper: discounts by hand, coupons, customer groups. */
final class Reductions {

  private final Bounds bounds;

  Reductions(CurrencyUnit currency) {
    this.bounds = new Bounds(currency);
  }

  TicketChange discount(OpenTicket ticket, Discount discount) {
    Integer line = discount.line();
    if (line == null && !ticket.hasLines()) {
      return new NotChanged(new Refusal.EmptyTicket());
    }
    return Ringing.onLine(
        ticket,
        line == null ? 1 : line,
        bounds.of(discount),
        () ->
            discount.isNothing()
                ? ticket.givingNothing(line)
                : ticket.giving(
                    new GivenDiscount(
                        line, discount.percent(), discount.amount(), discount.reason().strip())));
  }

  static boolean isCoupon(String code, Optional<TicketPricing> pricing) {
    return pricing.isPresent()
        && pricing.get().find(code).isEmpty()
        && pricing.get().coupon(code).isPresent();
  }

  TicketChange coupon(OpenTicket ticket, String code, Optional<TicketPricing> pricing) {
    return asking(
        ticket,
        pricing,
        bounds.text("Coupon", code, LaneLimits.CODE_LENGTH_MAX),
        prices -> {
          PricingContext before = prices.context();
          Optional<String> coupon = prices.coupon(code);
          if (coupon.isEmpty()) {
            return new NotChanged(
                TypedCardNumbers.isIn(code)
                    ? new LooksLikePaymentCard()
                    : new Refusal.UnknownCoupon(code.strip(), prices.version()));
          }
          if (before.coupons().contains(coupon.get())) {
            return new NotChanged(new Refusal.CouponTaken(coupon.get()));
          }
          if (before.coupons().size() >= LaneLimits.COUPONS_MAX) {
            return new NotChanged(
                new Refusal.NotAllowed(
                    "Coupon", coupon.get(), "up to " + LaneLimits.COUPONS_MAX + " on a ticket"));
          }
          List<String> more = new ArrayList<>(before.coupons());
          more.add(coupon.get());
          return changed(ticket, before, more, before.customerGroup());
        });
  }

  TicketChange withoutCoupon(OpenTicket ticket, String code, Optional<TicketPricing> pricing) {
    return asking(
        ticket,
        pricing,
        Optional.empty(),
        prices -> {
          PricingContext before = prices.context();
          List<String> fewer = new ArrayList<>(before.coupons());
          fewer.removeIf(coupon -> coupon.equalsIgnoreCase(code.strip()));
          return changed(ticket, before, fewer, before.customerGroup());
        });
  }

  /** Blank takes the group away. */
  TicketChange customerGroup(OpenTicket ticket, String code, Optional<TicketPricing> pricing) {
    return asking(
        ticket,
        pricing,
        bounds.text("Customer group", code, LaneLimits.CODE_LENGTH_MAX),
        prices -> {
          PricingContext before = prices.context();
          Optional<String> group = prices.customerGroup(code);
          return group.isEmpty() && !code.isBlank()
              ? new NotChanged(
                  new Refusal.UnknownGroup(code.strip(), prices.version(), prices.customerGroups()))
              : changed(ticket, before, before.coupons(), group.orElse(null));
        });
  }

  private interface Asked {
    TicketChange of(TicketPricing prices);
  }

  private static TicketChange asking(
      OpenTicket ticket, Optional<TicketPricing> pricing, Optional<Refusal> refusal, Asked asked) {
    if (!ticket.hasLines()) {
      return new NotChanged(new Refusal.EmptyTicket());
    }
    if (refusal.isPresent()) {
      return new NotChanged(refusal.get());
    }
    return pricing.map(asked::of).orElseGet(() -> new NotChanged(new Refusal.NoPriceBook()));
  }

  private static Changed changed(
      OpenTicket ticket, PricingContext before, List<String> coupons, @Nullable String group) {
    return new Changed(
        ticket.asking(new PricingContext(before.moment(), before.zone(), coupons, group)));
  }
}

package dev.tillbridge.register.pricing;

import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricing.TicketPricer;

/** A price book with its pricer, which is made once per book and not per scan. */
public interface RingingBook extends PriceBook {

  TicketPricer pricer();
}

package dev.tillbridge.register.pricing;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricing.TicketPricer;

/** A price book with its pricer, which is made once per book and not per scan. */
public interface RingingBook extends PriceBook {

  TicketPricer pricer();

  /**
   * Every item, in the order of the book; reading takes a while, and may fail when it is replaced.
   */
  Iterable<BookValue.Item> items();
}

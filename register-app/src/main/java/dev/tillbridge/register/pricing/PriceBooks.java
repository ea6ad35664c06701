package dev.tillbridge.register.pricing;

import java.util.Optional;

/** The price books on this register. It answers at once, also while a new book is coming in. */
public interface PriceBooks {

  /** The book for the next ticket, empty until the first complete one has come. Any thread. */
  Optional<? extends RingingBook> current();

  /**
   * The book with this version, which stays readable, over newer ones and a restart, until another
   * is held or {@link #letGo} is called. For the lane's thread.
   *
   * @return empty when this register has no such book any more
   */
  Optional<? extends RingingBook> hold(long version);

  /** No ticket is open: the book that was held may go. For the lane's thread. */
  void letGo();
}

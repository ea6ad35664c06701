package dev.tillbridge.it.clerk;

import dev.tillbridge.it.page.HqPage;

/**
 * One point of the till, from a drawer that is open to a drawer that is open, with the clerk signed
 * on and no ticket in hand. It is walked several times in the same shop.
 */
interface Walk {

  /** Such as {@code 2 Returns}. */
  String name();

  /**
   * Does it through the page.
   *
   * @param books told what each step means for HQ's accounts
   */
  void walk(Shop shop, ExpectedBooks books);

  /** Looks at what HQ says about it besides the accounts, once all of it has arrived. */
  default void atHq(HqPage hq) {}
}

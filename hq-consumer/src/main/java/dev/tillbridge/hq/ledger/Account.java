package dev.tillbridge.hq.ledger;

import java.util.Objects;

/**
 * One line of the chart of accounts.
 *
 * @param code what postings name it by, for example {@code 1010}; never changes its meaning
 */
public record Account(String code, String name, AccountType type) {

  public Account {
    Objects.requireNonNull(code, "code is missing");
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(type, "type is missing");
  }
}

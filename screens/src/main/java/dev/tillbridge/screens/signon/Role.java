package dev.tillbridge.screens.signon;

import java.util.Locale;

/** What a person may do. */
public enum Role {
  CLERK,
  SUPERVISOR,
  MANAGER,
  ACCOUNTANT,
  ADMIN,
  PRICE_ADMIN;

  /** As written in a people file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

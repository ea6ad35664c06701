package dev.tillbridge.model.drawer;

/** Cash that goes in or out of a drawer without a ticket. */
public enum CashMovement {
  /** Put in, for example change from the bank. */
  PAY_IN,
  /** Taken out for an expense. */
  PAY_OUT,
  /** Taken to the safe during the session. */
  DROP;

  /** Whether the drawer holds less afterwards. */
  public boolean isOut() {
    return this != PAY_IN;
  }
}

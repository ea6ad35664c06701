package dev.tillbridge.hq.ledger;

/** What an account measures. */
public enum AccountType {
  ASSET,
  LIABILITY,
  INCOME,
  EXPENSE
}

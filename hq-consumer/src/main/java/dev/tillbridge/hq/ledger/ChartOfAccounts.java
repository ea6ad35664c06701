package dev.tillbridge.hq.ledger;

import dev.tillbridge.model.drawer.CashMovement;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts, and which of them the posting rules use for what. */
public final class ChartOfAccounts {

  private final List<Account> accounts;
  private final Map<AccountUse, String> uses;

  ChartOfAccounts(List<Account> accounts, Map<AccountUse, String> uses) {
    this.accounts = List.copyOf(accounts);
    this.uses = Map.copyOf(uses);
    for (String kind : AccountUse.KINDS) {
      if (!uses.containsKey(AccountUse.of(kind))) {
        throw new IllegalArgumentException("no account has the use \"" + kind + "\"");
      }
    }
  }

  /** All accounts, in the order of the file. */
  public List<Account> accounts() {
    return accounts;
  }

  /** Code of the account for cash in drawers. */
  public String drawer() {
    return account(AccountUse.of(AccountUse.DRAWER));
  }

  /** Code of the account drawers get their float from and bring their cash to. */
  public String safe() {
    return account(AccountUse.of(AccountUse.SAFE));
  }

  /** Code of the account for what is counted more or less than expected. */
  public String overShort() {
    return account(AccountUse.of(AccountUse.OVER_SHORT));
  }

  /** Code of the account for what money in suspense was for. */
  public String suspense() {
    return account(AccountUse.of(AccountUse.SUSPENSE));
  }

  /** Code of the account for money in suspense: it came in, nobody knows how. */
  public String unidentified() {
    return account(AccountUse.of(AccountUse.UNIDENTIFIED));
  }

  /** Code of the account for what the card acquirer owes. */
  public String card() {
    return account(AccountUse.of(AccountUse.CARD));
  }

  /** Code of the account for cash of other currencies in drawers and safe. */
  public String foreignCash() {
    return account(AccountUse.of(AccountUse.FOREIGN));
  }

  /** Code of the account for what the shop owes the holders of stored values. */
  public String storedValue(StoredValueKind kind) {
    return account(
        AccountUse.of(
            switch (kind) {
              case GIFT -> AccountUse.GIFT;
              case CREDIT -> AccountUse.CREDIT;
            }));
  }

  /** Code of the account for what customers have paid on orders and layaways. */
  public String deposits() {
    return account(AccountUse.of(AccountUse.DEPOSITS));
  }

  /** Code of the account for fees that are kept. */
  public String fees() {
    return account(AccountUse.of(AccountUse.FEES));
  }

  /** Code of the account for what cash rounding gives and takes. */
  public String rounding() {
    return account(AccountUse.of(AccountUse.ROUNDING));
  }

  /** Code of the account against which cash is put into or taken out of a drawer. */
  public String movement(CashMovement movement) {
    return switch (movement) {
      case PAY_IN -> account(AccountUse.of(AccountUse.PAY_IN));
      case PAY_OUT -> account(AccountUse.of(AccountUse.PAY_OUT));
      case DROP -> safe();
    };
  }

  /** Code of the account for card payments that the acquirer declined afterwards. */
  public String cardLoss() {
    return account(AccountUse.of(AccountUse.CARD_LOSS));
  }

  /** The account with that code, empty when there is none. */
  public Optional<Account> account(String code) {
    return accounts.stream().filter(account -> account.code().equals(code)).findFirst();
  }

  /** Code of the account for sales of a tax category. */
  public String sales(String category) {
    return account(AccountUse.of(AccountUse.SALES, category));
  }

  /** Code of the account for returns of a tax category. */
  public String returns(String category) {
    return account(AccountUse.of(AccountUse.RETURNS, category));
  }

  /** Code of the account for tax owed at a rate. */
  public String tax(BigDecimal percent) {
    return account(AccountUse.ofRate(percent));
  }

  private String account(AccountUse use) {
    String own = uses.get(use);
    String account = own == null ? uses.get(AccountUse.of(use.what())) : own;
    if (account == null) {
      throw new IllegalStateException("The chart of accounts lost its account for " + use + ".");
    }
    return account;
  }
}

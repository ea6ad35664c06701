package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The trial balance as of a business date. */
public final class TrialBalanceReport {

  private static final String SUMS =
      """
      select p.account,
        sum(case when p.amount > 0 then p.amount else 0 end),
        sum(case when p.amount < 0 then -p.amount else 0 end)
      from PostingRow p join TransactionRow t on t.id = p.transactionId
      where t.businessDate <= :asOf and t.currency = :currency
      group by p.account
      """;

  private static final String COUNT =
      "select count(*) from TransactionRow where businessDate <= :asOf and currency = :currency";

  private final Books books;
  private final CurrencyUnit currency;

  public TrialBalanceReport(Books books, CurrencyUnit currency) {
    this.books = books;
    this.currency = currency;
  }

  record Sums(String account, BigDecimal debits, BigDecimal credits) {}

  /** Every account, also those without postings. */
  public TrialBalance asOf(LocalDate date) {
    return books.read(session -> asOf(session, date));
  }

  private TrialBalance asOf(StatelessSession session, LocalDate date) {
    Map<String, Sums> sums =
        session
            .createSelectionQuery(SUMS, Sums.class)
            .setParameter("asOf", date)
            .setParameter("currency", currency.getCode())
            .getResultList()
            .stream()
            .collect(Collectors.toMap(Sums::account, Function.identity()));
    long count =
        session
            .createSelectionQuery(COUNT, Long.class)
            .setParameter("asOf", date)
            .setParameter("currency", currency.getCode())
            .getSingleResult();
    List<TrialBalance.Line> lines =
        session
            .createSelectionQuery("from AccountRow order by code", AccountRow.class)
            .getResultList()
            .stream()
            .map(account -> line(account, sums.get(account.code)))
            .toList();
    return new TrialBalance(date, currency, count, lines);
  }

  private TrialBalance.Line line(AccountRow account, @Nullable Sums sums) {
    Money zero = Money.zero(currency);
    return new TrialBalance.Line(
        account.code,
        account.name,
        account.type,
        sums == null ? zero : Amounts.money(currency.getCode(), sums.debits()),
        sums == null ? zero : Amounts.money(currency.getCode(), sums.credits()));
  }
}

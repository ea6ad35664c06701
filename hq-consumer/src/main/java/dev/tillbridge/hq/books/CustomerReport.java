package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Customers, each with the records that make them up and why those are one. */
public final class CustomerReport {

  /** Shown at most, those recorded last. */
  public static final int SHOWN_MAX = 100;

  /**
   * A record of one register.
   *
   * @param because why it belongs to the customer, null for the first
   */
  public record Known(
      String id,
      String lane,
      String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String group,
      @Nullable String taxReference,
      boolean marketing,
      Instant recordedAt,
      String operator,
      @Nullable String because) {}

  /**
   * @param records the newest first: it says what is true now, consent included
   * @param tickets that name one of the records' ids
   */
  public record Person(long id, List<Known> records, long tickets, Money total) {

    public Known now() {
      return records.getFirst();
    }
  }

  private static final String PEOPLE =
      """
      select customer from customer_record
      where (? = '' or position(? in lower(name || ' ' || coalesce(phone, '') || ' '
        || coalesce(phone_plain, '') || ' ' || coalesce(email_plain, '') || ' ' || customer_id)) > 0)
      group by customer order by max(recorded_at) desc limit ?
      """;

  private final Books books;
  private final CurrencyUnit currency;

  public CustomerReport(Books books, CurrencyUnit currency) {
    this.books = books;
    this.currency = currency;
  }

  /** Those with this in name, phone, email or id; one more than {@link #SHOWN_MAX} when more. */
  public List<Person> find(String part) {
    String asked = part.strip().toLowerCase(java.util.Locale.ROOT);
    return books.read(session ->
        session.doReturningWork(connection -> {
          List<Person> people = new ArrayList<>();
          for (long id :
              Sql.rows(connection, PEOPLE, row -> row.getLong(1), asked, asked, SHOWN_MAX + 1)) {
            people.add(person(connection, id));
          }
          return people;
        }));
  }

  private Person person(Connection connection, long id) throws SQLException {
    List<Known> records =
        Sql.rows(
            connection,
            "select * from customer_record where customer = ?"
                + " order by recorded_at desc, entry_id desc limit "
                + SHOWN_MAX,
            row ->
                new Known(
                    row.getString("customer_id"),
                    row.getString("lane"),
                    row.getString("name"),
                    row.getString("phone"),
                    row.getString("email"),
                    row.getString("customer_group"),
                    row.getString("tax_reference"),
                    row.getBoolean("marketing"),
                    Sql.instant(row, "recorded_at"),
                    row.getString("operator"),
                    row.getString("merged_because")),
            id);
    return Sql.row(
            connection,
            """
            select count(*), coalesce(sum(total), 0) from ticket
            where currency = ? and customer in
              (select customer_id from customer_record where customer = ?)
            """,
            row ->
                new Person(
                    id,
                    records,
                    row.getLong(1),
                    Amounts.money(currency.getCode(), row.getBigDecimal(2))),
            currency.getCode(),
            id)
        .orElseThrow();
  }
}

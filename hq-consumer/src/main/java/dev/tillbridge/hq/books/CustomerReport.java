package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
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
   * @param card what was said last of their card, null when nothing ever was
   * @param leftBehind cards of its records that were theirs before those became one
   * @param tickets that name one of the records' ids
   */
  public record Person(
      long id,
      List<Known> records,
      @Nullable Card card,
      List<LeftBehind> leftBehind,
      long tickets,
      Money total) {

    public Known now() {
      return records.getFirst();
    }
  }

  /**
   * A customer's card.
   *
   * @param number null when they have none any more
   * @param lost to whom it was given later, so that it is theirs; null when it was not
   */
  public record Card(@Nullable String number, Instant since, @Nullable Lost lost) {}

  /**
   * A card that is another customer's.
   *
   * @param lane at which they were given it
   */
  public record Lost(long to, String name, String lane, Instant at) {}

  /**
   * A card that stayed behind when records became one customer, and that nobody has.
   *
   * @param name of the customer
   * @param id of the record that had it
   */
  public record LeftBehind(String number, Instant since, String name, String id) {}

  private static final String LEFT_BEHIND =
      """
      select l.*, r.name from customer_card_left l
      cross join lateral (select name from customer_record r where r.customer = l.customer
        order by r.recorded_at desc, r.entry_id desc limit 1) r
      """;

  private static final String CARD =
      """
      select c.card, c.card_since, c.lost_to, c.lost_at, r.name, r.lane
      from customer_card c
      left join lateral (select name, lane from customer_record r
        where r.customer = c.lost_to and r.card = c.card and r.card_since = c.lost_at
        order by r.entry_id limit 1) r on true
      """;

  private static final String PEOPLE =
      """
      select customer from customer_record
      where (? = '' or position(? in lower(name || ' ' || coalesce(phone, '') || ' '
        || coalesce(phone_plain, '') || ' ' || coalesce(email_plain, '') || ' ' || customer_id
        || ' ' || coalesce(card, ''))) > 0)
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

  /** Cards that were given to two customers, those decided last first: the later has them. */
  public List<Card> givenTwice() {
    return books.read(session ->
        session.doReturningWork(connection ->
            Sql.rows(
                connection,
                CARD + " where c.lost_to is not null order by c.lost_at desc limit " + SHOWN_MAX,
                CustomerReport::card)));
  }

  /** Cards that stayed behind when customers became one, those given last first. */
  public List<LeftBehind> leftBehind() {
    return books.read(session ->
        session.doReturningWork(connection ->
            Sql.rows(
                connection,
                LEFT_BEHIND + " order by l.card_since desc limit " + SHOWN_MAX,
                CustomerReport::leftBehind)));
  }

  private static LeftBehind leftBehind(ResultSet row) throws SQLException {
    return new LeftBehind(
        row.getString("card"),
        Sql.instant(row, "card_since"),
        row.getString("name"),
        row.getString("customer_id"));
  }

  private static Card card(ResultSet row) throws SQLException {
    Instant lost = Sql.instantOrNull(row, "lost_at");
    return new Card(
        row.getString("card"),
        Sql.instant(row, "card_since"),
        lost == null
            ? null
            : new Lost(row.getLong("lost_to"), row.getString("name"), row.getString("lane"), lost));
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
    Card card =
        Sql.row(connection, CARD + " where c.customer = ?", CustomerReport::card, id).orElse(null);
    List<LeftBehind> leftBehind =
        Sql.rows(
            connection,
            LEFT_BEHIND + " where l.customer = ? order by l.card_since limit " + SHOWN_MAX,
            CustomerReport::leftBehind,
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
                    card,
                    leftBehind,
                    row.getLong(1),
                    Amounts.money(currency.getCode(), row.getBigDecimal(2))),
            currency.getCode(),
            id)
        .orElseThrow();
  }
}

package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.model.journal.CustomerRecorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Customers as registers recorded them, and which records are one customer: those with the same
 * phone number or email, brought into one form. A record that fits two customers makes them one.
 */
final class CustomerTable {

  private static final int PHONE_DIGITS_MIN = 5;

  /** A change made by another lane or another life is of whoever had the id last. */
  private static final String SAME =
      """
      with its as (select ?::text as id, ?::text as lane, ?::bigint as epoch, ?::bigint as revision,
        ?::text as phone, ?::text as email),
      known as (select r.*, r.customer_id = its.id and (r.lane = its.lane and r.epoch = its.epoch
          or its.revision > 1 and r.entry_id = (select max(o.entry_id) from customer_record o
            where o.customer_id = its.id) and not exists (select from customer_record o
            where o.customer_id = its.id and o.lane = its.lane and o.epoch = its.epoch)) as changed,
          its.phone as its_phone, its.email as its_email
        from customer_record r, its
        where r.customer_id = its.id or r.phone_plain = its.phone or r.email_plain = its.email)
      select distinct on (customer) customer, case
        when changed then 'a change of ' || customer_id
        when phone_plain = its_phone then 'the phone number of ' || customer_id
        else 'the email of ' || customer_id end as because
      from known
      where changed or phone_plain = its_phone or email_plain = its_email
      order by customer, entry_id
      """;

  private static final String ADD =
      """
      insert into customer_record (entry_id, customer, customer_id, lane, epoch, revision, name,
        phone, phone_plain, email, email_plain, customer_group, tax_reference, marketing,
        recorded_at, operator, merged_because, card, card_since)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private record Same(long customer, String because) {}

  private CustomerTable() {}

  static void insert(Connection connection, List<NewEntry> entries) throws SQLException {
    for (NewEntry entry : entries) {
      if (entry.entry().body() instanceof CustomerRecorded recorded) {
        insert(connection, entry, recorded.customer());
      }
    }
  }

  private static void insert(Connection connection, NewEntry entry, Customer customer)
      throws SQLException {
    String phone = phone(customer.phone());
    String email = email(customer.email());
    CustomerCard card = customer.card();
    long epoch = entry.id().epoch();
    List<Same> same =
        Sql.rows(
            connection,
            SAME,
            row -> new Same(row.getLong(1), row.getString(2)),
            customer.id(),
            entry.lane(),
            epoch,
            customer.revision(),
            phone,
            email);
    long person =
        same.isEmpty()
            ? Sql.row(
                    connection,
                    "insert into customer default values returning id",
                    row -> row.getLong(1))
                .orElseThrow()
            : same.getFirst().customer();
    for (Same other : same) {
      if (other.customer() != person) {
        Sql.change(
            connection,
            """
            update customer_record set customer = ?,
              merged_because = coalesce(merged_because, 'joined by ' || ?) where customer = ?
            """,
            person,
            customer.id(),
            other.customer());
      }
    }
    Sql.change(
        connection,
        ADD,
        entry.row(),
        person,
        customer.id(),
        entry.lane(),
        epoch,
        customer.revision(),
        customer.name(),
        customer.phone(),
        phone,
        customer.email(),
        email,
        customer.group(),
        customer.taxReference(),
        customer.marketing(),
        entry.entry().recordedAt(),
        entry.entry().operator(),
        because(same),
        customer.cardNumber().orElse(null),
        card == null ? null : card.since());
  }

  private static @Nullable String because(List<Same> same) {
    return same.isEmpty() ? null : String.join(", ", same.stream().map(Same::because).toList());
  }

  /** Its digits, a leading plus written 00; null when it has too few to tell anybody apart. */
  static @Nullable String phone(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String digits = text.replaceAll("[^0-9]", "");
    return digits.length() < PHONE_DIGITS_MIN
        ? null
        : text.strip().startsWith("+") ? "00" + digits : digits;
  }

  static @Nullable String email(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
  }
}

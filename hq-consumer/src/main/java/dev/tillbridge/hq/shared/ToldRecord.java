package dev.tillbridge.hq.shared;

import dev.tillbridge.hq.books.Amounts;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.hq.document.KnownDocument;
import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing as it is now.
 *
 * @param over told only so that others let go of it
 */
record ToldRecord(SharedRecord record, boolean over) {

  /** Ids told of one customer, the newest. */
  static final int IDS_MAX = 100;

  /** Customers that were joined to one that was joined, and so on. */
  private static final int JOINED_MAX = 50;

  private static final String RECORDS =
      """
      select * from customer_record where customer = ?
      order by recorded_at desc, entry_id desc limit ?
      """;

  private static final String CARD =
      "select card, card_since, lost_at from customer_card where customer = ?";

  private static final String JOINED_TO =
      "select joined_to from shared where kind = 'customer' and subject = ?";

  /** Empty when nothing can be told of it yet. */
  static Optional<ToldRecord> read(Connection connection, String kind, String subject, Instant now)
      throws SQLException {
    return switch (kind) {
      case "document" -> document(connection, subject);
      case "customer" -> customer(connection, Long.parseLong(subject));
      case "value" -> value(connection, subject, now);
      default -> throw new IllegalStateException("Nobody is told of a " + kind + ".");
    };
  }

  private static Optional<ToldRecord> document(Connection connection, String number)
      throws SQLException {
    return KnownDocument.find(connection, number)
        .map(known ->
            new ToldRecord(
                new SharedRecord.OfDocument(known.document(), known.at()),
                !known.document().isOpen()));
  }

  private static Optional<ToldRecord> customer(Connection connection, long number)
      throws SQLException {
    List<Customer> records = records(connection, number);
    if (!records.isEmpty()) {
      List<String> ids = records.stream().map(Customer::id).distinct().toList();
      Customer now = records.getFirst().with(card(connection, number));
      return Optional.of(new ToldRecord(new SharedRecord.OfCustomer(number, now, ids), false));
    }
    return joinedTo(connection, number)
        .map(now -> new ToldRecord(new SharedRecord.OfCustomer(number, now, List.of()), true));
  }

  /** One that was given to another customer later is theirs. */
  private static @Nullable CustomerCard card(Connection connection, long number)
      throws SQLException {
    return Sql.row(
            connection,
            CARD,
            row -> {
              Instant lost = Sql.instantOrNull(row, "lost_at");
              return lost == null
                  ? new CustomerCard(row.getString("card"), Sql.instant(row, "card_since"))
                  : new CustomerCard(null, lost);
            },
            number)
        .orElse(null);
  }

  private static Optional<Customer> joinedTo(Connection connection, long number)
      throws SQLException {
    long at = number;
    for (int i = 0; i < JOINED_MAX; i++) {
      @Nullable Long next =
          Sql.row(
                  connection,
                  JOINED_TO,
                  row -> Optional.ofNullable(Sql.numberOrNull(row, "joined_to")),
                  Long.toString(at))
              .flatMap(to -> to)
              .orElse(null);
      if (next == null) {
        return Optional.empty();
      }
      List<Customer> records = records(connection, next);
      if (!records.isEmpty()) {
        return Optional.of(records.getFirst());
      }
      at = next;
    }
    return Optional.empty();
  }

  private static List<Customer> records(Connection connection, long number) throws SQLException {
    return Sql.rows(connection, RECORDS, ToldRecord::customer, number, IDS_MAX);
  }

  private static Customer customer(ResultSet row) throws SQLException {
    return new Customer(
        row.getString("customer_id"),
        row.getLong("revision"),
        row.getString("name"),
        row.getString("phone"),
        row.getString("email"),
        row.getString("customer_group"),
        row.getString("tax_reference"),
        row.getBoolean("marketing"));
  }

  private static Optional<ToldRecord> value(Connection connection, String number, Instant now)
      throws SQLException {
    return Sql.row(
        connection,
        "select kind, currency, issued - redeemed as left_on from stored_value where number = ?",
        row -> {
          SharedRecord.OfStoredValue value =
              new SharedRecord.OfStoredValue(
                  number,
                  StoredValueKind.valueOf(row.getString("kind")),
                  Amounts.money(row.getString("currency"), row.getBigDecimal("left_on")),
                  now);
          return new ToldRecord(value, value.left().isZero());
        },
        number);
  }
}

package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.RowInsert;
import dev.tillbridge.model.card.CardPayment;
import dev.tillbridge.model.tender.Tender;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How tickets were paid. */
final class TenderTable {

  private static final int COLUMNS = 14;

  private final RowInsert rows =
      new RowInsert(
          "tender",
          "entry_id bigint",
          "position integer",
          "type text",
          "amount numeric",
          "number text",
          "checked boolean",
          "card_key text",
          "card_scheme text",
          "card_masked text",
          "card_approval text",
          "card_code text",
          "foreign_currency text",
          "foreign_amount numeric",
          "foreign_rate numeric");

  void add(long row, int position, Tender tender) {
    switch (tender) {
      case Tender.Cash cash -> add(row, position, tender, "cash");
      case Tender.ForeignCash foreign ->
          add(
              row,
              position,
              tender,
              "foreign-cash",
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              foreign.foreign().getCurrencyUnit(),
              foreign.foreign(),
              foreign.rate());
      case Tender.Card(var amount, CardPayment card) ->
          add(
              row,
              position,
              tender,
              "card",
              null,
              null,
              card.key(),
              card.scheme(),
              card.masked(),
              card.approval(),
              card.code());
      case Tender.StoredValue value ->
          add(
              row,
              position,
              tender,
              "stored-value:" + value.kind(),
              value.number(),
              value.checked());
      case Tender.Deposit deposit -> add(row, position, tender, "deposit", deposit.document());
    }
  }

  void execute(Connection connection) throws SQLException {
    rows.execute(connection);
  }

  /** A row whose last columns, as far as they are not given, are null. */
  private void add(
      long row, int position, Tender tender, String type, @Nullable Object... details) {
    @Nullable Object[] values =
        Arrays.copyOf(new @Nullable Object[] {row, position, type, tender.amount()}, COLUMNS);
    System.arraycopy(details, 0, values, 4, details.length);
    rows.add(values);
  }
}

package dev.tillbridge.hq.books;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How many tickets there were of each kind. Every ticket counts as one of four.
 *
 * @param exchanges tickets on which goods came back and others were sold
 * @param withoutGoods tickets of deposits, stored value or fees alone
 */
public record TicketCounts(long sales, long returns, long exchanges, long withoutGoods) {

  static final TicketCounts NONE = new TicketCounts(0, 0, 0, 0);

  /** What a query over tickets asks for to be read here. */
  static final String COLUMNS =
      """
      count(*) filter (where kind = 'SALE' and line_count > 0) as sales,
      count(*) filter (where kind = 'RETURN' and line_count > 0) as returns,
      count(*) filter (where kind = 'EXCHANGE' and line_count > 0) as exchanges,
      count(*) filter (where line_count = 0) as without_goods
      """;

  static TicketCounts read(ResultSet row) throws SQLException {
    return new TicketCounts(
        row.getLong("sales"),
        row.getLong("returns"),
        row.getLong("exchanges"),
        row.getLong("without_goods"));
  }

  TicketCounts plus(TicketCounts more) {
    return new TicketCounts(
        sales + more.sales,
        returns + more.returns,
        exchanges + more.exchanges,
        withoutGoods + more.withoutGoods);
  }
}

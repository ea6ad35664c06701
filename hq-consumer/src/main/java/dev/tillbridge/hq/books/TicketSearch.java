package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.query.SelectionQuery;

/** Finds tickets. */
public final class TicketSearch {

  /** Tickets shown at most; the newest. */
  public static final int FOUND_MAX = 100;

  private final Books books;

  public TicketSearch(Books books) {
    this.books = books;
  }

  /** The newest that fit, one more than {@link #FOUND_MAX} when there are more. */
  public List<TicketSummary> find(TicketCriteria criteria) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    if (criteria.text() != null) {
      conditions.add("(number = upper(:text) or reference = :text or number like :ending)");
      values.put("text", criteria.text());
      values.put("ending", "%-" + literally(criteria.text()));
    }
    if (criteria.date() != null) {
      conditions.add("businessDate = :date");
      values.put("date", criteria.date());
    }
    if (criteria.lane() != null) {
      conditions.add("lane = :lane");
      values.put("lane", criteria.lane().toUpperCase(Locale.ROOT));
    }
    if (criteria.amount() != null) {
      conditions.add("abs(total) = :amount");
      values.put("amount", criteria.amount().abs());
    }
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return books.read(session -> {
      SelectionQuery<TicketRow> query =
          session.createSelectionQuery(
              "from TicketRow" + where + " order by recordedAt desc, entryId desc",
              TicketRow.class);
      values.forEach(query::setParameter);
      return query.setMaxResults(FOUND_MAX + 1).getResultList().stream()
          .map(TicketSearch::summary)
          .toList();
    });
  }

  static TicketSummary summary(TicketRow row) {
    return new TicketSummary(
        row.entryId,
        row.number,
        row.kind,
        row.reference,
        row.lane,
        row.businessDate,
        row.recordedAt,
        row.lineCount,
        Amounts.money(row.currency, row.total));
  }

  private static String literally(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}

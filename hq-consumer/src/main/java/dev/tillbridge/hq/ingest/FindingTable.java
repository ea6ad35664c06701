package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What does not fit together between registers: at most one stands for each kind and subject. */
final class FindingTable {

  enum Kind {
    /** More of a line came back than was sold. */
    OVER_RETURNED,
    /** More was given back for a line than was paid. */
    OVER_REFUNDED,
    /** More tax was told to go back with a line than it was charged. */
    OVER_TAXED,
    /** All of a tax rate came back, and not its tax. */
    TAX_DIFFERS,
    /** More was redeemed of a stored value than was put on it. */
    OVERDRAWN
  }

  /**
   * @param subject ticket and line, ticket and tax rate, or number
   * @param lane register of the entry that made it so, with its epoch and sequence
   * @param amount too much; below nought what is too little
   */
  record Finding(
      Kind kind,
      String subject,
      String lane,
      long epoch,
      long sequence,
      String currency,
      BigDecimal amount,
      String detail) {}

  private FindingTable() {}

  /**
   * Writes it down. One that somebody has seen stays as it was; when it has become another since,
   * it stands again.
   */
  static void stands(Connection connection, Finding finding, Instant now) throws SQLException {
    Optional<String> standing = standing(connection, finding.kind(), finding.subject());
    if (standing.isPresent() && standing.get().equals(finding.detail())) {
      return;
    }
    int changed =
        Sql.change(
            connection,
            """
            update finding f set detail = ?, amount = ?, lane = ?, epoch = ?, sequence = ?
            where kind = ? and subject = ? and cleared_at is null
              and not exists (select from remark r where r.finding_id = f.id)
            """,
            finding.detail(),
            finding.amount(),
            finding.lane(),
            finding.epoch(),
            finding.sequence(),
            finding.kind(),
            finding.subject());
    if (changed == 0) {
      clear(connection, finding.kind(), finding.subject(), now);
      Sql.change(
          connection,
          """
          insert into finding (kind, subject, lane, epoch, sequence, since, currency, amount, detail)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          finding.kind(),
          finding.subject(),
          finding.lane(),
          finding.epoch(),
          finding.sequence(),
          now,
          finding.currency(),
          finding.amount(),
          finding.detail());
    }
  }

  /** It fits after all. */
  static void clear(Connection connection, Kind kind, String subject, Instant now)
      throws SQLException {
    Sql.change(
        connection,
        "update finding set cleared_at = ? where kind = ? and subject = ? and cleared_at is null",
        now,
        kind,
        subject);
  }

  /** Whatever else of this kind stands under subjects that begin so fits after all. */
  static void clearOthers(
      Connection connection, Kind kind, String beginning, List<String> standing, Instant now)
      throws SQLException {
    Sql.change(
        connection,
        """
        update finding set cleared_at = ?
        where kind = ? and starts_with(subject, ?) and cleared_at is null
          and not subject = any(?)
        """,
        now,
        kind,
        beginning,
        connection.createArrayOf("text", standing.toArray()));
  }

  private static Optional<String> standing(Connection connection, Kind kind, String subject)
      throws SQLException {
    return Sql.row(
        connection,
        "select detail from finding where kind = ? and subject = ? and cleared_at is null"
            + " order by id desc limit 1",
        row -> row.getString(1),
        kind,
        subject);
  }
}

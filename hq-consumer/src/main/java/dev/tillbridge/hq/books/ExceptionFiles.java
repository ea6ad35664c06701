package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.jdbc.ReturningWork;

/** Opens single exceptions. */
public final class ExceptionFiles {

  private static final int LISTED_MAX = 100;

  private static final String SUSPENSE =
      """
      select s.*,
        exists (select from entry e where e.lane = s.lane and e.epoch = s.epoch
          and e.sequence = s.sequence and e.hash <> s.hash) as meanwhile,
        (select t.entry_id from entry e join ticket t on t.entry_id = e.id
          where e.hash = s.hash and e.lane = s.lane and e.epoch = s.epoch
            and e.sequence = s.sequence) as ticket
      from suspense s where s.id = ?
      """;

  private static final String BOOKED =
      """
      select t.id, t.kind, t.business_date, t.posted_at, t.currency, p.amount
      from ledger_transaction t join posting p on p.transaction_id = t.id and p.line = 1
      where t.suspense_id = ? order by t.id
      """;

  private static final String SIDES =
      """
      select p.account, a.name, p.memo, p.amount, t.currency
      from posting p join account a on a.code = p.account
        join ledger_transaction t on t.id = p.transaction_id
      where p.transaction_id = ? order by p.line
      """;

  private static final String CONFLICT =
      """
      select c.*, e.bytes as kept, e.received_at as kept_at
      from entry_conflict c join entry e using (lane, epoch, sequence) where c.id = ?
      """;

  private static final String CARD =
      """
      select c.*, (select max(t.entry_id) from ticket t where t.number = c.ticket) as ticket_entry
      from card_payment c where c.id = ? and c.state = 'DECLINED'
      """;

  private final Books books;

  public ExceptionFiles(Books books) {
    this.books = books;
  }

  private <T> T read(ReturningWork<T> work) {
    return books.read(session -> session.doReturningWork(work));
  }

  /** A message in suspense. */
  public Optional<SuspenseFile> suspense(long id) {
    return read(connection -> Sql.row(connection, SUSPENSE, row -> suspense(connection, row), id));
  }

  private static SuspenseFile suspense(Connection connection, ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new SuspenseFile(
        id,
        row.getString("kind"),
        row.getString("reason"),
        Sql.instant(row, "received_at"),
        row.getString("hash"),
        row.getBytes("bytes"),
        row.getString("lane"),
        Sql.numberOrNull(row, "epoch"),
        Sql.numberOrNull(row, "sequence"),
        row.getString("key"),
        Sql.numberOrNull(row, "entry_id") != null,
        row.getBoolean("meanwhile"),
        Sql.numberOrNull(row, "ticket"),
        row.getString("resolution"),
        Sql.instantOrNull(row, "resolved_at"),
        Sql.rows(connection, BOOKED, booked -> booked(connection, booked), id),
        Sql.rows(
            connection,
            "select * from suspense_action where suspense_id = ? order by id limit " + LISTED_MAX,
            action ->
                new SuspenseFile.Done(
                    action.getString("action"),
                    action.getString("person_name"),
                    Sql.instant(action, "at"),
                    action.getString("note"),
                    action.getString("result")),
            id));
  }

  private static SuspenseFile.Booked booked(Connection connection, ResultSet row)
      throws SQLException {
    return new SuspenseFile.Booked(
        row.getLong("id"),
        row.getString("kind"),
        row.getObject("business_date", LocalDate.class),
        Sql.instant(row, "posted_at"),
        Amounts.money(row.getString("currency"), row.getBigDecimal("amount")),
        Sql.rows(connection, SIDES, ExceptionFiles::side, row.getLong("id")));
  }

  private static TicketFile.Side side(ResultSet row) throws SQLException {
    BigDecimal amount = row.getBigDecimal("amount");
    return new TicketFile.Side(
        row.getString("account"),
        row.getString("name"),
        row.getString("memo"),
        Amounts.money(row.getString("currency"), amount));
  }

  /** Two entries under one number. */
  public Optional<ConflictFile> conflict(long id) {
    return read(connection ->
        Sql.row(
            connection,
            CONFLICT,
            row ->
                new ConflictFile(
                    id,
                    row.getString("lane"),
                    row.getLong("epoch"),
                    row.getLong("sequence"),
                    row.getString("kept_hash"),
                    Sql.instant(row, "kept_at"),
                    row.getBytes("kept"),
                    row.getString("hash"),
                    Sql.instant(row, "received_at"),
                    row.getBytes("bytes"),
                    remarks(connection, "conflict_id", id)),
            id));
  }

  /** An alarm. */
  public Optional<AlarmFile> alarm(long id) {
    return read(connection ->
        Sql.row(
            connection,
            "select * from stream_alarm where id = ?",
            row -> alarm(connection, row),
            id));
  }

  /** The alarms of one life of a register, newest first. */
  public List<AlarmFile> alarms(String lane, long epoch) {
    return read(connection ->
        Sql.rows(
            connection,
            "select * from stream_alarm where lane = ? and epoch = ? order by id desc limit "
                + LISTED_MAX,
            row -> alarm(connection, row),
            lane,
            epoch));
  }

  /** Something that did not fit together between registers. */
  public Optional<FindingFile> finding(long id) {
    return read(connection ->
        Sql.row(
            connection,
            "select f.*, e.id as entry from finding f"
                + " left join entry e using (lane, epoch, sequence) where f.id = ?",
            row ->
                new FindingFile(
                    id,
                    row.getString("kind"),
                    row.getString("subject"),
                    row.getString("lane"),
                    Sql.numberOrNull(row, "entry"),
                    Sql.instant(row, "since"),
                    Amounts.money(row.getString("currency"), row.getBigDecimal("amount")),
                    row.getString("detail"),
                    Sql.instantOrNull(row, "cleared_at"),
                    remarks(connection, "finding_id", id)),
            id));
  }

  private static AlarmFile alarm(Connection connection, ResultSet row) throws SQLException {
    return new AlarmFile(
        row.getLong("id"),
        row.getString("lane"),
        row.getLong("epoch"),
        row.getString("kind"),
        Sql.instant(row, "since"),
        row.getString("detail"),
        Sql.instantOrNull(row, "cleared_at"),
        remarks(connection, "alarm_id", row.getLong("id")));
  }

  /** A card payment that was declined afterwards. */
  public Optional<CardFile> card(long id) {
    return read(connection -> Sql.row(connection, CARD, row -> card(connection, row), id));
  }

  private static CardFile card(Connection connection, ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    BigDecimal amount = row.getBigDecimal("amount");
    return new CardFile(
        row.getLong("id"),
        row.getString("lane"),
        row.getLong("epoch"),
        row.getLong("sequence"),
        Sql.instant(row, "recorded_at"),
        currency == null || amount == null ? null : Amounts.money(currency, amount),
        row.getString("ticket"),
        Sql.numberOrNull(row, "ticket_entry"),
        row.getString("customer_name"),
        row.getString("scheme"),
        row.getString("masked"),
        row.getString("reason"),
        remarks(connection, "card_id", row.getLong("id")));
  }

  static List<Remark> remarks(Connection connection, String on, long id) throws SQLException {
    return Sql.rows(
        connection,
        "select * from remark where " + on + " = ? order by id desc limit " + LISTED_MAX,
        row ->
            new Remark(row.getString("person_name"), Sql.instant(row, "at"), row.getString("note")),
        id);
  }

  /** The keys seen in one life of a register. */
  public List<KeyFile> keys(String lane, long epoch) {
    return read(connection ->
        Sql.rows(
            connection,
            "select k.*, exists (select from trust_action t where t.lane = k.lane"
                + " and t.epoch = k.epoch and t.key = k.key and t.action = 'REFUSED') as refused"
                + " from register_key k where k.lane = ? and k.epoch = ?"
                + " order by k.first_seen_at limit "
                + LISTED_MAX,
            row ->
                new KeyFile(
                    row.getString("key"),
                    row.getString("fingerprint"),
                    Sql.instant(row, "first_seen_at"),
                    row.getString("state"),
                    row.getString("decided_by"),
                    Sql.instantOrNull(row, "decided_at"),
                    row.getBoolean("refused")),
            lane,
            epoch));
  }

  /** What managers said about one life of a register, newest first. */
  public List<SuspenseFile.Done> trust(String lane, long epoch) {
    return read(connection ->
        Sql.rows(
            connection,
            "select * from trust_action where lane = ? and epoch = ? order by id desc limit "
                + LISTED_MAX,
            row ->
                new SuspenseFile.Done(
                    row.getString("action"),
                    row.getString("person_name"),
                    Sql.instant(row, "at"),
                    row.getString("note"),
                    row.getString("result")),
            lane,
            epoch));
  }

  /** The accounts an amount can be booked on, in the order of their codes. */
  public List<AccountName> accounts() {
    return read(connection ->
        Sql.rows(
            connection,
            "select code, name from account order by code",
            row -> new AccountName(row.getString("code"), row.getString("name"))));
  }

  /** An account to choose. */
  public record AccountName(String code, String name) {}
}

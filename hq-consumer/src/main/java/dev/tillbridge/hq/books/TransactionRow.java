package dev.tillbridge.hq.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A transaction of the ledger. */
@Entity
@Immutable
@Table(name = "ledger_transaction")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class TransactionRow {

  @Id long id;

  @Column(name = "entry_id")
  @Nullable Long entryId;

  String kind;

  @Nullable String store;

  @Nullable String lane;

  @Column(name = "business_date")
  LocalDate businessDate;

  @Column(name = "drawer_session")
  long drawerSession;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 3)
  String currency;

  String description;

  @Column(name = "posted_at")
  Instant postedAt;
}

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

/** A journal entry, byte for byte. */
@Entity
@Immutable
@Table(name = "entry")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class EntryRow {

  @Id long id;

  String lane;

  String store;

  long epoch;

  long sequence;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 64)
  String hash;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 64)
  String previous;

  String type;

  @Column(name = "business_date")
  @Nullable LocalDate businessDate;

  @Column(name = "recorded_at")
  @Nullable Instant recordedAt;

  @Column(name = "received_at")
  Instant receivedAt;

  @Nullable String operator;

  @Column(name = "drawer_session")
  @Nullable Long drawerSession;

  byte[] bytes;
}

package dev.tillbridge.hq.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What could not be read or posted. */
@Entity
@Immutable
@Table(name = "suspense")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class SuspenseRow {

  @Id long id;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 64)
  String hash;

  String kind;

  String reason;

  @Column(name = "received_at")
  Instant receivedAt;

  byte[] bytes;
}

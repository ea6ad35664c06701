package dev.tillbridge.hq.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Other bytes under the id of an entry we keep. */
@Entity
@Immutable
@Table(name = "entry_conflict")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class ConflictRow {

  @Id long id;

  String lane;

  long epoch;

  long sequence;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(name = "kept_hash", length = 64)
  String keptHash;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 64)
  String hash;

  @Column(name = "received_at")
  Instant receivedAt;

  byte[] bytes;
}

package dev.tillbridge.hq.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How far a register's stream has come. */
@Entity
@Immutable
@Table(name = "register_stream")
@IdClass(StreamRow.Key.class)
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class StreamRow {

  @Id String lane;

  @Id long epoch;

  @Column(name = "last_sequence")
  long lastSequence;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(name = "head_hash", length = 64)
  String headHash;

  long entries;

  long duplicates;

  long conflicts;

  @Column(name = "last_recorded_at")
  @Nullable Instant lastRecordedAt;

  @Column(name = "last_seen_at")
  Instant lastSeenAt;

  record Key(String lane, long epoch) implements Serializable {}
}

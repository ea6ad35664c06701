package dev.tillbridge.hq.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A sale or return. */
@Entity
@Immutable
@Table(name = "ticket")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class TicketRow {

  @Id
  @Column(name = "entry_id")
  long entryId;

  String number;

  String kind;

  @Nullable String reference;

  @Column(name = "price_book")
  long priceBook;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 3)
  String currency;

  @Column(precision = 19, scale = 4)
  BigDecimal net;

  @Column(precision = 19, scale = 4)
  BigDecimal tax;

  @Column(precision = 19, scale = 4)
  BigDecimal total;

  @Column(precision = 19, scale = 4)
  BigDecimal change;

  @Column(name = "line_count")
  int lineCount;

  String lane;

  String store;

  @Column(name = "business_date")
  LocalDate businessDate;

  @Column(name = "drawer_session")
  long drawerSession;

  @Column(name = "recorded_at")
  Instant recordedAt;
}

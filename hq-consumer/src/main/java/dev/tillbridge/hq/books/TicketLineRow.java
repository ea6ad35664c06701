package dev.tillbridge.hq.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One item on a ticket. */
@Entity
@Immutable
@Table(name = "ticket_line")
@IdClass(TicketLineRow.Key.class)
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class TicketLineRow {

  @Id
  @Column(name = "entry_id")
  long entryId;

  @Id int line;

  String item;

  String scanned;

  String name;

  BigDecimal quantity;

  @Column(precision = 19, scale = 4, name = "unit_price")
  BigDecimal unitPrice;

  @Column(precision = 19, scale = 4)
  BigDecimal amount;

  @Column(name = "tax_category")
  String taxCategory;

  @Column(name = "tax_percent")
  BigDecimal taxPercent;

  @Column(name = "tax_mode")
  String taxMode;

  @Column(precision = 19, scale = 4, name = "book_price")
  @Nullable BigDecimal bookPrice;

  @Column(name = "override_reason")
  @Nullable String overrideReason;

  @Column(precision = 19, scale = 4)
  BigDecimal discount;

  boolean priced;

  @Column(name = "price_zone")
  @Nullable String priceZone;

  @Column(name = "price_since")
  @Nullable LocalDateTime priceSince;

  @Column(name = "price_embedded")
  @Nullable String priceEmbedded;

  @Column(name = "price_event")
  @Nullable String priceEvent;

  record Key(long entryId, int line) implements Serializable {}
}

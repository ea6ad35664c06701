package dev.tillbridge.hq.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;

/** The tax of one rate on a ticket. */
@Entity
@Immutable
@Table(name = "ticket_tax")
@IdClass(TicketTaxRow.Key.class)
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class TicketTaxRow {

  @Id
  @Column(name = "entry_id")
  long entryId;

  @Id int position;

  String category;

  BigDecimal percent;

  String mode;

  @Column(precision = 19, scale = 4)
  BigDecimal net;

  @Column(precision = 19, scale = 4)
  BigDecimal tax;

  record Key(long entryId, int position) implements Serializable {}
}

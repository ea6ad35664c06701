package dev.tillbridge.hq.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;

/** One payment on a ticket. */
@Entity
@Immutable
@Table(name = "tender")
@IdClass(TenderRow.Key.class)
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class TenderRow {

  @Id
  @Column(name = "entry_id")
  long entryId;

  @Id int position;

  String type;

  @Column(precision = 19, scale = 4)
  BigDecimal amount;

  record Key(long entryId, int position) implements Serializable {}
}

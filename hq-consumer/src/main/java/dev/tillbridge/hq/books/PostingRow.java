package dev.tillbridge.hq.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;

/** One side of a transaction; a debit when positive. */
@Entity
@Immutable
@Table(name = "posting")
@IdClass(PostingRow.Key.class)
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class PostingRow {

  @Id
  @Column(name = "transaction_id")
  long transactionId;

  @Id short line;

  String account;

  @Column(precision = 19, scale = 4)
  BigDecimal amount;

  String memo;

  record Key(long transactionId, short line) implements Serializable {}
}

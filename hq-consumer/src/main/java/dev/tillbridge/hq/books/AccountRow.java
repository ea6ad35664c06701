package dev.tillbridge.hq.books;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** One line of the chart of accounts. */
@Entity
@Immutable
@Table(name = "account")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class AccountRow {

  @Id String code;

  String name;

  String type;
}

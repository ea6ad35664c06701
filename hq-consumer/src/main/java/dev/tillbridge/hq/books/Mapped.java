package dev.tillbridge.hq.books;

import java.util.List;

/** The tables read through Hibernate. */
public final class Mapped {

  /** Compared with the schema when the books are opened. */
  public static final List<Class<?>> ROWS =
      List.of(
          EntryRow.class,
          TicketRow.class,
          TicketLineRow.class,
          TicketTaxRow.class,
          TenderRow.class,
          AccountRow.class,
          TransactionRow.class,
          PostingRow.class);

  private Mapped() {}
}

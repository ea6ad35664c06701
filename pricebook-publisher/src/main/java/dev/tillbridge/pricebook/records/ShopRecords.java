package dev.tillbridge.pricebook.records;

import java.util.List;

/** What the registers said to HQ. */
public interface ShopRecords {

  /** At most so many tickets are asked for. */
  int TICKETS_MAX = 100_000;

  /** Every register HQ knows, in order of store and register. */
  List<RegisterBook> registers() throws RecordsAway;

  /** Sealed bytes of the entries of the newest posted tickets, oldest first. */
  List<byte[]> tickets(int newest) throws RecordsAway;
}

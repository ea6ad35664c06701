package dev.tillbridge.pricebook.web;

import dev.tillbridge.pricebook.records.RecordsAway;
import dev.tillbridge.pricebook.records.RegisterBook;
import dev.tillbridge.pricebook.records.ShopRecords;
import java.util.List;

/** HQ's database as a test says it is. */
final class ToldRecords implements ShopRecords {

  volatile List<RegisterBook> registers = List.of();
  volatile List<byte[]> tickets = List.of();
  volatile boolean away;

  @Override
  public List<RegisterBook> registers() throws RecordsAway {
    requireThere();
    return registers;
  }

  @Override
  public List<byte[]> tickets(int newest) throws RecordsAway {
    requireThere();
    return tickets.subList(Math.max(0, tickets.size() - newest), tickets.size());
  }

  private void requireThere() throws RecordsAway {
    if (away) {
      throw new RecordsAway("HQ's database does not answer: gone. Check that HQ runs.");
    }
  }
}

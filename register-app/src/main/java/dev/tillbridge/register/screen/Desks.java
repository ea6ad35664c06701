package dev.tillbridge.register.screen;

import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.register.customer.KnownCustomers;
import dev.tillbridge.register.document.DocumentDesk;
import dev.tillbridge.register.elsewhere.Elsewhere;
import dev.tillbridge.register.elsewhere.Errands;
import dev.tillbridge.register.elsewhere.Told;
import dev.tillbridge.register.elsewhere.Unsent;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.returns.ReceiptDesk;
import dev.tillbridge.register.returns.SoldTickets;
import dev.tillbridge.register.shared.SharedRecords;
import dev.tillbridge.register.storedvalue.BalanceDesk;
import dev.tillbridge.register.storedvalue.ValueDesk;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What asks others beside the lane, and what others told. */
public record Desks(
    DocumentDesk documents,
    ReceiptDesk receipts,
    ValueDesk values,
    BalanceDesk balances,
    KnownCustomers customers,
    SharedRecords shared) {

  /**
   * @param atHq last sequence of this register that HQ has everything up to
   */
  public static Desks of(
      Lane lane,
      Journal journal,
      LongSupplier atHq,
      Elsewhere elsewhere,
      SharedRecords shared,
      Errands errands,
      Clock clock) {
    Unsent unsent = new Unsent(journal, atHq);
    return new Desks(
        new DocumentDesk(lane, elsewhere, shared, errands, clock),
        new ReceiptDesk(
            lane, new SoldTickets(journal, lane::recorded), elsewhere, unsent, errands, clock),
        new ValueDesk(lane, elsewhere, shared, unsent, errands, clock),
        new BalanceDesk(lane, elsewhere, shared, errands, clock),
        new KnownCustomers(lane, shared),
        shared);
  }

  /** Calls it with what the clerk is to be told, on the thread that found it out. */
  void onTold(Consumer<Told> hears) {
    documents.onTold(hears);
    values.onTold(hears);
  }
}

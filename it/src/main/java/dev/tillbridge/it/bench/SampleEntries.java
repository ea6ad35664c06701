package dev.tillbridge.it.bench;

import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.Tail;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Tickets as a supermarket rings them: 1 to 11 lines, 6 on average; the same for the same seed. */
public final class SampleEntries {

  private static final CurrencyUnit GBP = CurrencyUnit.of("GBP");
  private static final Instant OPENING = Instant.parse("2026-11-22T08:00:00Z");
  private static final List<TaxRate> RATES =
      List.of(
          new TaxRate("STANDARD", new BigDecimal("20"), TaxMode.INCLUSIVE),
          new TaxRate("REDUCED", new BigDecimal("5"), TaxMode.INCLUSIVE));
  private static final int LINES_MAX = 11;

  private final RandomGenerator random;

  public SampleEntries(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** A sale that follows the tail. */
  JournalEntry saleAfter(LaneId lane, Tail tail) {
    return saleAfter(lane, tail, random.nextInt(1, LINES_MAX + 1));
  }

  /** A sale of so many lines that follows the tail. */
  public JournalEntry saleAfter(LaneId lane, Tail tail, int lineCount) {
    List<TicketLine> lines = IntStream.rangeClosed(1, lineCount).mapToObj(this::line).toList();
    Money total = lines.stream().map(TicketLine::amount).reduce(Money.zero(GBP), Money::plus);
    Ticket ticket =
        Ticket.of(
            lane + "-" + tail.nextSequence(),
            TicketKind.SALE,
            1,
            null,
            lines,
            List.of(new Tender.Cash(total)),
            Money.zero(GBP));
    return new JournalEntry(
        new EntryId(lane, tail.epoch(), tail.nextSequence()),
        LocalDate.of(2026, 11, 22),
        OPENING.plusSeconds(tail.sequence()),
        "1001",
        tail.head(),
        new EntryBody.TicketCompleted(1, ticket));
  }

  private TicketLine line(int number) {
    int item = random.nextInt(10_000, 99_999);
    return TicketLine.of(
        number,
        Integer.toString(item),
        "50123456" + item,
        "Item " + item + " of the sample book",
        BigDecimal.valueOf(random.nextInt(1, 5)),
        Money.ofMinor(GBP, random.nextInt(25, 2_000)),
        RATES.get(random.nextInt(RATES.size())),
        null);
  }
}

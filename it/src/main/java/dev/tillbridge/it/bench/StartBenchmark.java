package dev.tillbridge.it.bench;

import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.chain.SignOns;
import dev.tillbridge.it.invoice.Invoice;
import dev.tillbridge.it.invoice.InvoiceRow;
import dev.tillbridge.it.lane.Clerk;
import dev.tillbridge.it.lane.LaneState;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.model.ticket.TicketKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * How soon a register process is ready to ring with a full price book, and what memory it holds
 * after 1,000 tickets.
 */
final class StartBenchmark implements Benchmark {

  private static final int ITEMS = 12_000;
  private static final int TICKETS = 1_000;
  private static final int STARTS = 5;
  private static final int FIRST_CODE = 100_000;

  @Override
  public String question() {
    return "how soon is a register ready to ring, and what memory does it take?";
  }

  @Override
  public Figures run(Path folder) throws Exception {
    Map<String, BigDecimal> prices = new HashMap<>();
    Path book = writeBook(folder, prices);
    Samples ready = new Samples();
    SecureRandom random = new SecureRandom();
    try (Chain chain =
        Chain.provision(folder.resolve("chain"), Ports.free(random), Duration.ZERO, random)) {
      chain.start();
      chain.publish(book, "--tax", "STANDARD=20");
      RegisterProcess register =
          new RegisterProcess(chain.registers().getFirst(), chain.registerPages().getFirst());
      register.await(StartBenchmark::hasBook);
      for (int i = 0; i < STARTS; i++) {
        register.program().stop();
        ready.add(register.start(StartBenchmark::hasBook));
      }
      try (Register lane = new Register(chain.registerPages().getFirst())) {
        ring(lane, chain.signOns(), prices);
      }
      return new Figures()
          .add(
              "ready_ms",
              ready.medianMs(),
              0,
              "process start to a lane with its book (reach: 4000)")
          .add(
              "rss_mb",
              register.residentMib(),
              0,
              "resident after " + TICKETS + " tickets (reach: 400)");
    }
  }

  private static boolean hasBook(LaneState lane) {
    return lane.book() != null && lane.book().items() >= ITEMS;
  }

  private static void ring(Register lane, SignOns signOns, Map<String, BigDecimal> prices) {
    Clerk clerk =
        new Clerk(
            lane,
            new Clerk.SignOn(signOns.clerk().id(), signOns.clerk().secret()),
            prices,
            Money.parse("GBP 100.00"),
            row -> {});
    for (int ticket = 0; ticket < TICKETS; ticket++) {
      String number = Integer.toString(500_000 + ticket);
      int first = ticket * 7 % (ITEMS - 3);
      List<InvoiceRow> rows =
          IntStream.range(first, first + 3)
              .mapToObj(i -> new InvoiceRow(1, number, code(i), code(i), BigDecimal.ONE, price(i)))
              .toList();
      clerk.ring(new Invoice(number, TicketKind.SALE, rows));
    }
  }

  private static Path writeBook(Path folder, Map<String, BigDecimal> prices) throws IOException {
    StringBuilder csv = new StringBuilder("code,name,price,tax,barcodes\n");
    for (int i = 0; i < ITEMS; i++) {
      String code = code(i);
      BigDecimal price = price(i);
      prices.put(code, price);
      csv.append(code)
          .append(",Item ")
          .append(code)
          .append(',')
          .append(price)
          .append(",STANDARD,\n");
    }
    return Files.writeString(folder.resolve("book.csv"), csv);
  }

  private static String code(int item) {
    return Integer.toString(FIRST_CODE + item);
  }

  private static BigDecimal price(int item) {
    return BigDecimal.valueOf(25 + item % 1_975, 2);
  }
}

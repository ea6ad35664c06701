package dev.tillbridge.pricebook.web;

import static org.awaitility.Awaitility.await;

import dev.tillbridge.pricebook.records.RegisterBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** Serves the screens to look at: {@code MAPPINGS-FOLDER CURRENCY PORT}. */
final class Screens {

  private Screens() {}

  public static void main(String[] arguments) throws Exception {
    PriceScreens screens =
        PriceScreens.over(
            Files.createTempDirectory("screens"),
            Path.of(arguments[0]),
            CurrencyUnit.of(arguments[1]),
            Integer.parseInt(arguments[2]));
    Instant now = Instant.now();
    screens.records.registers =
        List.of(
            new RegisterBook("S01", "R01", 1L, now.minusSeconds(4_000), null, now),
            new RegisterBook(
                "S01",
                "R02",
                1L,
                now.minusSeconds(90_000),
                "no link to store server 10.1.0.5:61617 for 4m12s",
                now.minusSeconds(3)),
            new RegisterBook("S02", "R01", 2L, now.minusSeconds(40), null, now.minusSeconds(1)),
            new RegisterBook("S02", "R02", null, null, null, null));
    System.out.println("READY " + screens.url());
    await().forever().until(() -> screens.desk.books().forAll().isPresent());
    screens.records.tickets =
        SoldTickets.of(
            Stream.of("0082720", "0082876", "0000787", "0001545", "7804738", "0003992")
                .flatMap(code -> screens.desk.item(code).stream())
                .toList());
    new CountDownLatch(1).await();
  }
}

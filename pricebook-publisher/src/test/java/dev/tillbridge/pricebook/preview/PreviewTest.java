package dev.tillbridge.pricebook.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.pricebook.BookInMemory;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreviewTest {

  private static final LocalDateTime NIGHT = LocalDateTime.parse("2026-11-24T03:00");
  private static final TaxRate TAX =
      new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.INCLUSIVE);

  @TempDir Path dir;

  @Test
  void onlyBasketsThatComeToSomethingElseAreListedTheLargestFirst() {
    List<Basket> baskets =
        List.of(
            basket("T1", line("A", 2, "1.00", null)),
            basket("T2", line("B", 1, "2.00", null)),
            basket("T3", line("A", 5, "1.00", null), line("B", 1, "2.00", null)));

    Preview preview = Preview.of(book("1.00", "2.00"), book("1.10", "2.00"), baskets, NIGHT);

    assertThat(preview.changed())
        .containsExactly(
            new Preview.Changed("T3", gbp("7.00"), gbp("7.50")),
            new Preview.Changed("T1", gbp("2.00"), gbp("2.20")));
    assertThat(preview.before()).isEqualTo(gbp("11.00"));
    assertThat(preview.after()).isEqualTo(gbp("11.70"));
    assertThat(preview.baskets()).isEqualTo(3);
  }

  @Test
  void priceChangedByHandStays() {
    PriceOverride override = new PriceOverride(gbp("1.00"), "damaged");

    Preview preview =
        Preview.of(
            book("1.00", "2.00"),
            book("1.10", "2.00"),
            List.of(basket("T1", line("A", 1, "0.50", override))),
            NIGHT);

    assertThat(preview.changed()).isEmpty();
  }

  @Test
  void itemThatIsNoLongerInTheBookIsNamed() {
    Preview preview =
        Preview.of(
            book("1.00", "2.00"),
            new BookInMemory(manifest(), List.of(tax(), item("A", "1.00"))),
            List.of(basket("T1", line("A", 1, "1.00", null), line("B", 1, "2.00", null))),
            NIGHT);

    assertThat(preview.lost()).containsExactly(Map.entry("B", 1));
    assertThat(preview.changed()).isEmpty();
  }

  @Test
  void invoicesBecomeBasketsOfSalesAndReturns() throws IOException {
    Path file = dir.resolve("invoices.csv");
    Files.writeString(
        file,
        """
        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
        536365,A,"TEA, GREEN",6,2010-12-01 08:26:00,1.00,17850.0,United Kingdom
        536365,B,COFFEE,1,2010-12-01 08:26:00,2.00,17850.0,United Kingdom
        C536379,A,TEA,-1,2010-12-01 09:41:00,1.00,14527.0,United Kingdom
        536400,A,TEA,1,2010-12-01 09:41:00,0.0,14527.0,United Kingdom
        """);

    List<Basket> baskets = Baskets.ofFile(file, CurrencyUnit.GBP);
    Preview preview = Preview.of(book("1.00", "2.00"), book("1.50", "2.00"), baskets, NIGHT);

    assertThat(baskets).extracting(Basket::name).containsExactly("536365", "C536379");
    assertThat(preview.changed())
        .containsExactly(
            new Preview.Changed("536365", gbp("8.00"), gbp("11.00")),
            new Preview.Changed("C536379", gbp("-1.00"), gbp("-1.50")));
  }

  private static Basket basket(String name, TicketLine... lines) {
    List<TicketLine> numbered =
        IntStream.range(0, lines.length).mapToObj(i -> lines[i].numbered(i + 1)).toList();
    return new Basket(name, "S01", numbered, null);
  }

  private static TicketLine line(
      String code, int quantity, String price, @Nullable PriceOverride override) {
    return TicketLine.of(
        1, code, code, "Item " + code, BigDecimal.valueOf(quantity), gbp(price), TAX, override);
  }

  private static BookInMemory book(String a, String b) {
    return new BookInMemory(manifest(), List.of(tax(), item("A", a), item("B", b)));
  }

  private static Manifest manifest() {
    return new Manifest(1, Instant.EPOCH, "ann", "GBP", 3, "");
  }

  private static BookValue tax() {
    return new BookValue.TaxCategory("Standard", TAX);
  }

  private static BookValue item(String code, String price) {
    return new BookValue.Item(code, "Item " + code, gbp(price), "STANDARD", List.of());
  }

  private static Money gbp(String amount) {
    return Money.parse("GBP " + amount);
  }
}

package dev.tillbridge.it.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.tillbridge.model.ticket.TicketKind;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoiceFileTest {

  private static final String FILE =
      """
      InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
      100,A1,"Lantern, white",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
      100,A1,"Lantern, white",2,2010-12-01 08:26:00,2.5,17850.0,United Kingdom
      100,B2,,1,2010-12-01 08:26:00,0.00,,United Kingdom
      C101,A1,"Lantern, white",-1,2010-12-01 09:00:00,2.55,17850.0,United Kingdom
      102,B2,,-40,2010-12-01 09:10:00,0.0,,United Kingdom
      A103,B,Adjust bad debt,1,2010-12-01 09:20:00,-11.50,,United Kingdom
      104,B2,Candle,3,2010-12-01 09:30:00,1.2,,United Kingdom
      104,B2,Candle,-3,2010-12-01 09:30:00,1.2,,United Kingdom
      105,B2,Candle,10,2010-12-01 09:40:00,0.001,,United Kingdom
      C106,B2,Candle,1,2010-12-01 09:50:00,1.2,,United Kingdom
      X107,B2,Candle,1,2010-12-01 09:50:00,1.2,,United Kingdom
      108,B2,Candle,many,2010-12-01 09:50:00,1.2,,United Kingdom
      109,,Candle,1,2010-12-01 09:50:00,1.2,,United Kingdom
      110,B2,Candle,0,2010-12-01 09:50:00,1.2,,United Kingdom
      111,B2,Candle,1,2010-12-01 09:50:00,-1.2,,United Kingdom
      """;

  @Test
  void everyRowIsSoldOrRefusedWithAReason() throws IOException {
    InvoiceFile file = InvoiceFile.read(new StringReader(FILE));

    assertThat(file.rows()).isEqualTo(15);
    assertThat(file.invoiceCount()).isEqualTo(12);
    assertThat(file.sellableRows()).isEqualTo(4);
    assertThat(file.refused().entrySet().stream().map(e -> entry(e.getKey(), e.getValue().size())))
        .containsExactlyInAnyOrder(
            entry(Refusal.NO_PRICE, 1),
            entry(Refusal.STOCK_ADJUSTMENT, 1),
            entry(Refusal.BAD_DEBT, 1),
            entry(Refusal.GOODS_BACK_ON_A_SALE, 1),
            entry(Refusal.BELOW_A_PENNY, 1),
            entry(Refusal.GOODS_OUT_ON_A_RETURN, 1),
            entry(Refusal.UNKNOWN_KIND, 1),
            entry(Refusal.UNREADABLE, 1),
            entry(Refusal.NO_CODE, 1),
            entry(Refusal.NO_QUANTITY, 1),
            entry(Refusal.NEGATIVE_PRICE, 1));
  }

  @Test
  void soldAndRefusedAddUpToTheFile() throws IOException {
    InvoiceFile file = InvoiceFile.read(new StringReader(FILE));

    BigDecimal sold =
        file.invoices().stream().map(Invoice::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sold.add(file.refusedNet())).isEqualByComparingTo(file.net());
    assertThat(sold).isEqualByComparingTo("21.35");
  }

  @Test
  void invoicesKeepTheOrderOfTheFileAndReturnsAreKnownByTheirNumber() throws IOException {
    InvoiceFile file = InvoiceFile.read(new StringReader(FILE));

    assertThat(file.invoices())
        .extracting(Invoice::number, Invoice::kind, invoice -> invoice.rows().size())
        .containsExactly(
            tuple("100", TicketKind.SALE, 2),
            tuple("C101", TicketKind.RETURN, 1),
            tuple("104", TicketKind.SALE, 1));
  }

  @Test
  void bookTakesTheMostFrequentPriceOfEachCode() throws IOException {
    ImpliedBook book = ImpliedBook.of(InvoiceFile.read(new StringReader(FILE)));

    assertThat(book.items())
        .extracting(ImpliedBook.Item::code, ImpliedBook.Item::name, i -> i.price().toPlainString())
        .isEqualTo(List.of(tuple("A1", "Lantern, white", "2.55"), tuple("B2", "Candle", "1.2")));
  }

  @Test
  void ofEquallyFrequentPricesTheLowestIsTheBooks() throws IOException {
    String file =
        """
        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
        1,A,Mug,1,2010-12-01 08:26:00,3.00,,
        1,A,Mug,1,2010-12-01 08:26:00,2.50,,
        2,A,Mug,1,2010-12-01 08:26:00,2.5,,
        2,A,Mug,1,2010-12-01 08:26:00,3,,
        """;

    ImpliedBook book = ImpliedBook.of(InvoiceFile.read(new StringReader(file)));

    assertThat(book.prices().get("A")).isEqualByComparingTo("2.50");
  }
}

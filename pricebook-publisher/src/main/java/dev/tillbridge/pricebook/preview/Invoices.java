package dev.tillbridge.pricebook.preview;

import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Baskets from invoices as the Online Retail data set has them: a row an item, an invoice whose
 * number begins with C brings goods back. Rows without a price or a quantity that fits are left
 * out.
 */
final class Invoices {

  private static final TaxRate NOT_IN_THE_BOOK =
      new TaxRate("NONE", BigDecimal.ZERO, TaxMode.INCLUSIVE);
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private Invoices() {}

  static List<Basket> read(Reader csv, CurrencyUnit currency) throws IOException {
    Map<String, List<TicketLine>> lines = new LinkedHashMap<>();
    try (CSVParser rows = CSVParser.parse(csv, FORMAT)) {
      for (CSVRecord row : rows) {
        String invoice = row.get("InvoiceNo");
        List<TicketLine> of = lines.computeIfAbsent(invoice, key -> new ArrayList<>());
        BigDecimal quantity = new BigDecimal(row.get("Quantity"));
        BigDecimal price = new BigDecimal(row.get("UnitPrice"));
        int sign = kind(invoice) == TicketKind.SALE ? 1 : -1;
        if (quantity.signum() == sign && price.signum() > 0) {
          of.add(
              line(of.size() + 1, row, quantity, Money.of(currency, price, TicketLine.ROUNDING)));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The invoices cannot be read: %s. Columns: InvoiceNo, StockCode, Description, Quantity, UnitPrice."
              .formatted(e.getMessage()),
          e);
    }
    return lines.entrySet().stream()
        .filter(invoice -> !invoice.getValue().isEmpty())
        .map(invoice -> new Basket(invoice.getKey(), null, invoice.getValue(), null))
        .toList();
  }

  private static TicketKind kind(String invoice) {
    return invoice.startsWith("C") ? TicketKind.RETURN : TicketKind.SALE;
  }

  private static TicketLine line(int number, CSVRecord row, BigDecimal quantity, Money price) {
    String code = row.get("StockCode").strip();
    String name = row.get("Description").strip();
    return TicketLine.of(
        number, code, code, name.isEmpty() ? code : name, quantity, price, NOT_IN_THE_BOOK, null);
  }
}

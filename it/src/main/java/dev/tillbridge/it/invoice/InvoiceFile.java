package dev.tillbridge.it.invoice;

import dev.tillbridge.model.ticket.TicketKind;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of invoices, read and sorted into what a till can sell and what it cannot.
 *
 * @param rows number of rows after the heading
 * @param invoiceCount number of different invoice numbers, those with nothing to sell included
 * @param net sum of quantity times price over all rows
 * @param invoices those with something to sell, in the file's order
 * @param refused the rows that cannot be sold, by reason
 */
public record InvoiceFile(
    int rows,
    int invoiceCount,
    BigDecimal net,
    List<Invoice> invoices,
    Map<Refusal, List<InvoiceRow>> refused) {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * Reads {@code InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,...}.
   *
   * @throws IllegalArgumentException when a column is missing
   */
  public static InvoiceFile read(Reader reader) throws IOException {
    Sorting sorting = new Sorting();
    for (CSVRecord row : FORMAT.parse(reader)) {
      sorting.add(row);
    }
    return sorting.done();
  }

  /** Number of rows that cannot be sold. */
  public int refusedRows() {
    return refused.values().stream().mapToInt(List::size).sum();
  }

  /** What the refused rows come to. */
  public BigDecimal refusedNet() {
    return refused.values().stream()
        .flatMap(List::stream)
        .map(InvoiceRow::net)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Number of rows to ring. */
  public int sellableRows() {
    return rows - refusedRows();
  }

  private static final class Sorting {

    private final Map<String, List<InvoiceRow>> sellable = new LinkedHashMap<>();
    private final Map<Refusal, List<InvoiceRow>> refused = new EnumMap<>(Refusal.class);
    private final Set<String> numbers = new HashSet<>();
    private BigDecimal net = BigDecimal.ZERO;
    private int rows;

    void add(CSVRecord csv) {
      rows++;
      String number = csv.get("InvoiceNo").strip();
      numbers.add(number);
      InvoiceRow row;
      try {
        row = row(csv, number, decimal(csv, "Quantity"), decimal(csv, "UnitPrice"));
      } catch (NumberFormatException e) {
        refuse(Refusal.UNREADABLE, row(csv, number, BigDecimal.ZERO, BigDecimal.ZERO));
        return;
      }
      net = net.add(row.net());
      Refusal.of(row)
          .ifPresentOrElse(
              reason -> refuse(reason, row),
              () -> sellable.computeIfAbsent(number, n -> new ArrayList<>()).add(row));
    }

    private void refuse(Refusal reason, InvoiceRow row) {
      refused.computeIfAbsent(reason, r -> new ArrayList<>()).add(row);
    }

    private static InvoiceRow row(
        CSVRecord csv, String number, BigDecimal quantity, BigDecimal unitPrice) {
      return new InvoiceRow(
          csv.getParser().getCurrentLineNumber(),
          number,
          csv.get("StockCode").strip(),
          csv.get("Description").strip(),
          quantity,
          unitPrice);
    }

    private static BigDecimal decimal(CSVRecord csv, String column) {
      return new BigDecimal(csv.get(column).strip());
    }

    InvoiceFile done() {
      List<Invoice> invoices = new ArrayList<>();
      sellable.forEach((number, own) -> invoices.add(new Invoice(number, kind(number), own)));
      return new InvoiceFile(
          rows, numbers.size(), net, List.copyOf(invoices), Collections.unmodifiableMap(refused));
    }

    private static TicketKind kind(String number) {
      return number.startsWith("C") ? TicketKind.RETURN : TicketKind.SALE;
    }
  }
}

package dev.tillbridge.it.replay;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.it.invoice.InvoiceFile;
import dev.tillbridge.it.reconciliation.Reconciliation;
import java.math.BigDecimal;

/**
 * What a replay came to.
 *
 * @param seconds from the first process start to the end of the reconciliation
 */
public record ReplayResult(
    InvoiceFile file, Reconciliation reconciliation, int cuts, int kills, BigDecimal seconds) {

  private static final int PENNY_DIGITS = 2;

  /** Whether HQ's books equal the file, to the penny. */
  public boolean isExact() {
    return reconciliation.isClean() && addsUp();
  }

  /** Whether what was rung and what was refused are the file's net. */
  public boolean addsUp() {
    return file.net().compareTo(reconciliation.rung().net().add(file.refusedNet())) == 0;
  }

  /** The result in one line, for machines. */
  public String json() {
    Reconciliation.Figures rung = reconciliation.rung();
    Reconciliation.Figures hq = reconciliation.hq();
    return Wire.JSON.writeValueAsString(
        new Line(
            new FileLine(file.rows(), file.invoiceCount(), text(file.net())),
            new RefusedLine(file.refusedRows(), text(file.refusedNet())),
            new RungLine(rung.tickets(), rung.lines(), text(rung.net())),
            new HqLine(hq.tickets(), hq.lines(), text(hq.net()), reconciliation.balanced()),
            reconciliation.lost().size(),
            reconciliation.duplicated().size(),
            reconciliation.altered().size(),
            cuts,
            kills,
            seconds));
  }

  /** Decimal text with at least two digits after the point. */
  static String text(BigDecimal amount) {
    BigDecimal shortest = amount.stripTrailingZeros();
    return shortest.setScale(Math.max(PENNY_DIGITS, shortest.scale())).toPlainString();
  }

  @JsonPropertyOrder({
    "file",
    "refused",
    "rung",
    "hq",
    "lost",
    "duplicated",
    "altered",
    "cuts",
    "kills",
    "seconds"
  })
  private record Line(
      FileLine file,
      RefusedLine refused,
      RungLine rung,
      HqLine hq,
      int lost,
      int duplicated,
      int altered,
      int cuts,
      int kills,
      BigDecimal seconds) {}

  @JsonPropertyOrder({"rows", "invoices", "net"})
  private record FileLine(int rows, int invoices, String net) {}

  @JsonPropertyOrder({"rows", "net"})
  private record RefusedLine(int rows, String net) {}

  @JsonPropertyOrder({"tickets", "lines", "net"})
  private record RungLine(int tickets, int lines, String net) {}

  @JsonPropertyOrder({"tickets", "lines", "net", "balanced"})
  private record HqLine(int tickets, int lines, String net, boolean balanced) {}
}

package dev.tillbridge.register.receipt;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.Instalment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is printed when a document is begun or cancelled without money; tickets have receipts. */
record DocumentSlip(String title, List<String> lines) {

  static Optional<DocumentSlip> of(Document document) {
    return switch (document.state()) {
      case OPEN ->
          document.isBegun()
              ? Optional.of(new DocumentSlip(document.kind().name(), begun(document)))
              : Optional.empty();
      case CANCELLED -> Optional.of(new DocumentSlip("CANCELLED", top(document)));
      case DONE, HANDED_OVER -> Optional.empty();
    };
  }

  private static List<String> top(Document document) {
    List<String> paper = new ArrayList<>();
    paper.add(ReceiptLayout.row("Number", document.number()));
    if (document.label() != null) {
      paper.add(ReceiptLayout.cut(document.label(), Receipt.WIDTH));
    }
    if (document.customer() != null) {
      paper.add(ReceiptLayout.cut("Customer " + document.customer().name(), Receipt.WIDTH));
    }
    return paper;
  }

  private static List<String> begun(Document document) {
    List<String> paper = top(document);
    paper.add("");
    document.lines().forEach(line -> ReceiptLayout.addLine(paper, line, null));
    paper.add("");
    paper.add(ReceiptLayout.row("TOTAL", document.total().toString()));
    switch (document.kind()) {
      case HOLD -> paper.add("Not sold: to be recalled at the till.");
      case QUOTE -> {
        paper.add("Not sold. These prices are promised");
        paper.add("until " + document.due() + ", that day included.");
      }
      case ORDER -> {
        if (document.due() != null) {
          paper.add(ReceiptLayout.row("To be picked up", document.due().toString()));
        }
      }
      case LAYAWAY -> {
        paper.add("");
        for (Instalment part : document.schedule()) {
          paper.add(ReceiptLayout.row("Pay by " + part.due(), part.amount().toString()));
        }
      }
    }
    return paper;
  }
}

package dev.tillbridge.register.receipt;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.Instalment;
import dev.tillbridge.register.words.PaperWord;
import dev.tillbridge.register.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is printed when a document is begun or cancelled without money; tickets have receipts. */
record DocumentSlip(PaperWord title, List<String> lines) {

  static Optional<DocumentSlip> of(Document document, ReceiptLayout layout) {
    return switch (document.state()) {
      case OPEN ->
          document.isBegun()
              ? Optional.of(new DocumentSlip(title(document.kind()), begun(document, layout)))
              : Optional.empty();
      case CANCELLED ->
          Optional.of(new DocumentSlip(PaperWord.CANCELLED, top(document, layout.words())));
      case DONE, HANDED_OVER -> Optional.empty();
    };
  }

  private static PaperWord title(DocumentKind kind) {
    return switch (kind) {
      case HOLD -> PaperWord.HOLD;
      case QUOTE -> PaperWord.QUOTE;
      case ORDER -> PaperWord.ORDER;
      case LAYAWAY -> PaperWord.LAYAWAY;
    };
  }

  private static List<String> top(Document document, Words words) {
    List<String> paper = new ArrayList<>();
    paper.add(ReceiptLayout.row(words.of(PaperWord.NUMBER), document.number()));
    if (document.label() != null) {
      paper.add(ReceiptLayout.cut(document.label(), Receipt.WIDTH));
    }
    if (document.customer() != null) {
      paper.add(
          ReceiptLayout.cut(
              words.of(PaperWord.CUSTOMER, document.customer().name()), Receipt.WIDTH));
    }
    return paper;
  }

  private static List<String> begun(Document document, ReceiptLayout layout) {
    Words words = layout.words();
    List<String> paper = top(document, words);
    paper.add("");
    document.lines().forEach(line -> layout.addLine(paper, line, null));
    paper.add("");
    paper.add(ReceiptLayout.row(words.of(PaperWord.TOTAL), words.coded(document.total())));
    switch (document.kind()) {
      case HOLD -> paper.add(words.of(PaperWord.NOT_SOLD));
      case QUOTE -> {
        paper.add(words.of(PaperWord.PROMISED));
        if (document.due() != null) {
          paper.add(words.of(PaperWord.PROMISED_UNTIL, day(document.due(), words)));
        }
      }
      case ORDER -> {
        if (document.due() != null) {
          paper.add(ReceiptLayout.row(words.of(PaperWord.PICK_UP_ON), day(document.due(), words)));
        }
      }
      case LAYAWAY -> {
        paper.add("");
        for (Instalment part : document.schedule()) {
          paper.add(
              ReceiptLayout.row(
                  words.of(PaperWord.PAY_BY, day(part.due(), words)), words.coded(part.amount())));
        }
      }
    }
    return paper;
  }

  private static String day(LocalDate day, Words words) {
    return words.onPaper(PaperWord.DAY, day);
  }
}

package dev.tillbridge.register.drawer;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.drawer.Besides;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.drawer.Pieces;
import dev.tillbridge.model.drawer.TenderTotal;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.register.receipt.ReceiptLayout;
import dev.tillbridge.register.receipt.TenderWords;
import dev.tillbridge.register.words.PaperWord;
import dev.tillbridge.register.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** Readings on paper. */
public final class DrawerPaper {

  private final List<String> paper;
  private final Words words;

  private DrawerPaper(List<String> paper, Words words) {
    this.paper = paper;
    this.words = words;
  }

  /** An X reading. */
  static Receipt reading(ReceiptLayout layout, LaneId lane, Instant now, XReading reading) {
    List<String> paper =
        new ArrayList<>(layout.head(lane, now, reading.openedBy(), PaperWord.X_READING));
    DrawerPaper page = new DrawerPaper(paper, layout.words());
    page.addFigures(reading);
    page.add(PaperWord.IN_DRAWER, reading.cashInDrawer());
    paper.add("");
    return new Receipt(paper, true);
  }

  /**
   * The Z reading of a session that has just been closed.
   *
   * @param session as it was before
   */
  public static Receipt closing(
      ReceiptLayout layout,
      JournalEntry entry,
      EntryBody.DrawerClosed closed,
      DrawerSession session) {
    List<String> paper = new ArrayList<>(layout.head(entry, PaperWord.Z_READING));
    DrawerPaper page = new DrawerPaper(paper, layout.words());
    page.addFigures(XReading.of(session));
    page.addCount(closed);
    paper.add("");
    return new Receipt(paper, true);
  }

  private void addCount(EntryBody.DrawerClosed closed) {
    for (Pieces pieces : closed.count()) {
      if (pieces.count() > 0) {
        paper.add(
            ReceiptLayout.row(
                "  %d x %s".formatted(pieces.count(), words.figures(pieces.denomination())),
                words.figures(pieces.worth())));
      }
    }
    add(PaperWord.COUNTED, closed.countedCash());
    add(PaperWord.EXPECTED, closed.expectedCash());
    Money over = closed.overShort();
    if (over.isZero()) {
      paper.add(words.of(PaperWord.RIGHT));
    } else {
      add(over.isPositive() ? PaperWord.OVER : PaperWord.SHORT, over.abs());
    }
    for (EntryBody.ForeignCount foreign : closed.foreign()) {
      paper.add(
          ReceiptLayout.row(
              words.of(PaperWord.FOREIGN_COUNTED, words.coded(foreign.counted())),
              words.of(PaperWord.FOREIGN_EXPECTED, words.coded(foreign.expected()))));
    }
  }

  private void addFigures(XReading reading) {
    Besides besides = reading.besides();
    paper.add(
        words.of(
            PaperWord.DRAWER_OF,
            Long.toString(reading.session()),
            words.onPaper(PaperWord.DAY, reading.businessDate())));
    add(words.of(PaperWord.SALES, Integer.toString(reading.sales())), reading.salesTotal());
    add(words.of(PaperWord.RETURNS, Integer.toString(reading.returns())), reading.returnsTotal());
    add(words.of(PaperWord.VOIDED, Integer.toString(reading.voids())), reading.voided());
    for (TaxAmount tax : reading.taxes()) {
      add(
          words.of(
              PaperWord.TAX,
              tax.rate().category(),
              words.plain(tax.rate().percent().stripTrailingZeros()),
              words.figures(tax.net())),
          tax.tax());
    }
    addUnlessZero(PaperWord.STORED_VALUE_SOLD, besides.storedValueSold());
    addUnlessZero(PaperWord.DEPOSITS, besides.deposits());
    addUnlessZero(PaperWord.FEES, besides.fees());
    addUnlessZero(PaperWord.CASH_ROUNDING, besides.rounding());
    add(PaperWord.TAKINGS, reading.total());
    for (TenderTotal tender : besides.tenders()) {
      add(
          "%s (%d)".formatted(TenderWords.kind(tender.kind(), words), tender.count()),
          tender.amount());
    }
    add(PaperWord.OPENING_FLOAT, reading.openingFloat());
    add(PaperWord.CASH_TAKEN, reading.cashTaken());
    addUnlessZero(PaperWord.PAID_IN, besides.payIns());
    addUnlessZero(PaperWord.PAID_OUT, besides.payOuts().negated());
    addUnlessZero(PaperWord.DROPPED, besides.drops().negated());
    if (besides.openedWithoutSale() > 0) {
      paper.add(
          ReceiptLayout.row(
              words.of(PaperWord.OPENED_WITHOUT_SALE),
              String.valueOf(besides.openedWithoutSale())));
    }
  }

  private void addUnlessZero(PaperWord what, Money amount) {
    if (!amount.isZero()) {
      add(what, amount);
    }
  }

  private void add(PaperWord what, Money amount) {
    add(words.of(what), amount);
  }

  private void add(String what, Money amount) {
    paper.add(ReceiptLayout.row(what, words.figures(amount)));
  }
}

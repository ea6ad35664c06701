package dev.tillbridge.register.drawer;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.drawer.Besides;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.drawer.Pieces;
import dev.tillbridge.model.drawer.TenderTotal;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.register.receipt.ReceiptLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Readings on paper. */
public final class DrawerPaper {

  private DrawerPaper() {}

  /** An X reading. */
  static Receipt reading(
      ReceiptLayout layout,
      LaneId lane,
      Instant now,
      XReading reading,
      @Nullable OffsiteEvent event) {
    List<String> paper = new ArrayList<>(layout.head(lane, now, reading.openedBy(), "X READING"));
    addEvent(paper, event);
    addFigures(paper, reading);
    paper.add(row("Should lie in the drawer", reading.cashInDrawer()));
    paper.add("");
    return new Receipt(paper, true);
  }

  /**
   * The Z reading of a session that has just been closed.
   *
   * @param session as it was before
   * @param event whose drawer it was, null for the shop's
   */
  public static Receipt closing(
      ReceiptLayout layout,
      JournalEntry entry,
      EntryBody.DrawerClosed closed,
      DrawerSession session,
      @Nullable OffsiteEvent event) {
    List<String> paper = new ArrayList<>(layout.head(entry, "Z READING"));
    addEvent(paper, event);
    addFigures(paper, XReading.of(session));
    for (Pieces pieces : closed.count()) {
      if (pieces.count() > 0) {
        paper.add(
            ReceiptLayout.row(
                "  %d x %s".formatted(pieces.count(), plain(pieces.denomination())),
                plain(pieces.worth())));
      }
    }
    paper.add(row("Counted", closed.countedCash()));
    paper.add(row("Expected", closed.expectedCash()));
    Money over = closed.overShort();
    paper.add(
        over.isZero() ? "It is right." : row(over.isPositive() ? "OVER" : "SHORT", over.abs()));
    for (EntryBody.ForeignCount foreign : closed.foreign()) {
      paper.add(
          ReceiptLayout.row("Counted " + foreign.counted(), "expected " + foreign.expected()));
    }
    paper.add("");
    return new Receipt(paper, true);
  }

  private static void addEvent(List<String> paper, @Nullable OffsiteEvent event) {
    if (event != null) {
      paper.addAll(ReceiptLayout.place(event.title()));
    }
  }

  private static void addFigures(List<String> paper, XReading reading) {
    Besides besides = reading.besides();
    paper.add("Drawer %d of %s".formatted(reading.session(), reading.businessDate()));
    paper.add(row(reading.sales() + " sales", reading.salesTotal()));
    paper.add(row(reading.returns() + " returns", reading.returnsTotal()));
    paper.add(row(reading.voids() + " voided", reading.voided()));
    for (TaxAmount tax : reading.taxes()) {
      paper.add(
          row(
              "Tax %s %s%% on %s"
                  .formatted(
                      tax.rate().category(),
                      tax.rate().percent().stripTrailingZeros().toPlainString(),
                      plain(tax.net())),
              tax.tax()));
    }
    addUnlessZero(paper, "Stored value sold", besides.storedValueSold());
    addUnlessZero(paper, "Deposits", besides.deposits());
    addUnlessZero(paper, "Fees", besides.fees());
    addUnlessZero(paper, "Cash rounding", besides.rounding());
    paper.add(row("TAKINGS", reading.total()));
    for (TenderTotal tender : besides.tenders()) {
      paper.add(row("%s (%d)".formatted(tender.kind(), tender.count()), tender.amount()));
    }
    paper.add(row("Opening float", reading.openingFloat()));
    paper.add(row("Cash taken", reading.cashTaken()));
    addUnlessZero(paper, "Paid in", besides.payIns());
    addUnlessZero(paper, "Paid out", besides.payOuts().negated());
    addUnlessZero(paper, "Dropped to the safe", besides.drops().negated());
    if (besides.openedWithoutSale() > 0) {
      paper.add(
          ReceiptLayout.row("Opened without a sale", String.valueOf(besides.openedWithoutSale())));
    }
  }

  private static void addUnlessZero(List<String> paper, String what, Money amount) {
    if (!amount.isZero()) {
      paper.add(row(what, amount));
    }
  }

  private static String row(String what, Money amount) {
    return ReceiptLayout.row(what, plain(amount));
  }

  private static String plain(Money amount) {
    return amount.getAmount().toPlainString();
  }
}

package dev.tillbridge.register.drawer;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.drawer.Pieces;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.register.receipt.ReceiptLayout;
import dev.tillbridge.register.words.PaperWord;
import dev.tillbridge.register.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Readings on paper. */
public final class DrawerPaper {

  private final List<String> paper;
  private final Words words;

  private DrawerPaper(List<String> paper, Words words) {
    this.paper = paper;
    this.words = words;
  }

  /** An X reading. */
  static Receipt reading(
      ReceiptLayout layout,
      LaneId lane,
      Instant now,
      XReading reading,
      @Nullable OffsiteEvent event) {
    List<String> paper =
        new ArrayList<>(layout.head(lane, now, reading.openedBy(), PaperWord.X_READING));
    DrawerPaper page = new DrawerPaper(paper, layout.words());
    page.addEvent(event);
    page.addFigures(reading);
    page.add(PaperWord.IN_DRAWER, reading.cashInDrawer());
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
    List<String> paper = new ArrayList<>(layout.head(entry, PaperWord.Z_READING));
    DrawerPaper page = new DrawerPaper(paper, layout.words());
    page.addEvent(event);
    page.addFigures(XReading.of(session));
    page.addCount(closed);
    paper.add("");
    return new Receipt(paper, true);
  }

  private void addEvent(@Nullable OffsiteEvent event) {
    if (event != null) {
      paper.addAll(ReceiptLayout.place(event.title(), words));
    }
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
    paper.add(
        words.of(
            PaperWord.DRAWER_OF,
            Long.toString(reading.session()),
            words.onPaper(PaperWord.DAY, reading.businessDate())));
    DrawerFigures figures = new DrawerFigures(reading, words, words::figures);
    figures.takings().forEach(this::add);
    add(PaperWord.TAKINGS, reading.total());
    figures.inDrawer().forEach(this::add);
  }

  private void add(DrawerFigures.Row row) {
    paper.add(ReceiptLayout.row(row.what(), row.amount()));
  }

  private void add(PaperWord what, Money amount) {
    paper.add(ReceiptLayout.row(words.of(what), words.figures(amount)));
  }
}

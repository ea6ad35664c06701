package dev.tillbridge.register.receipt;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.register.words.PaperWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is printed for an entry that is no ticket.
 *
 * @param opensDrawer whether the drawer is kicked for it
 */
public record SlipLayout(Receipt paper, boolean opensDrawer) {

  /** The slip of an entry, empty when it has none. */
  public static Optional<SlipLayout> of(ReceiptLayout layout, JournalEntry entry) {
    return switch (entry.body()) {
      case DrawerEntry.CashMoved moved ->
          Optional.of(
              slip(
                  layout,
                  entry,
                  switch (moved.movement()) {
                    case PAY_IN -> PaperWord.PAY_IN;
                    case PAY_OUT -> PaperWord.PAY_OUT;
                    case DROP -> PaperWord.DROP;
                  },
                  List.of(
                      ReceiptLayout.row(
                          layout.words().of(PaperWord.AMOUNT),
                          layout.words().coded(moved.amount())),
                      ReceiptLayout.cut(moved.reason(), Receipt.WIDTH)),
                  true));
      case DrawerEntry.OpenedWithoutSale opened ->
          Optional.of(
              slip(
                  layout,
                  entry,
                  PaperWord.NO_SALE,
                  List.of(ReceiptLayout.cut(opened.reason(), Receipt.WIDTH)),
                  true));
      case DocumentRecorded recorded ->
          DocumentSlip.of(recorded.document(), layout)
              .map(slip -> slip(layout, entry, slip.title(), slip.lines(), false));
      case OffsiteEntry.Started started ->
          Optional.of(
              slip(
                  layout,
                  entry,
                  PaperWord.EVENT,
                  EventSlip.begun(started.event(), layout.words()),
                  false));
      case EntryBody other -> Optional.empty();
    };
  }

  private static SlipLayout slip(
      ReceiptLayout layout,
      JournalEntry entry,
      PaperWord title,
      List<String> lines,
      boolean opensDrawer) {
    List<String> paper = new ArrayList<>(layout.head(entry, title));
    paper.addAll(lines);
    paper.add("");
    return new SlipLayout(new Receipt(paper, true), opensDrawer);
  }
}

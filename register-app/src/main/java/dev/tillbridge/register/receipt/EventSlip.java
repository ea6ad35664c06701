package dev.tillbridge.register.receipt;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.offsite.OffsiteItem;
import dev.tillbridge.register.words.PaperWord;
import dev.tillbridge.register.words.Words;
import java.util.ArrayList;
import java.util.List;

/** What is printed when an event begins: its list, to be compared with the paper it came from. */
final class EventSlip {

  private EventSlip() {}

  static List<String> begun(OffsiteEvent event, Words words) {
    List<String> paper = new ArrayList<>(ReceiptLayout.place(event.title(), words));
    paper.add(event.id());
    paper.add(
        words.of(
            PaperWord.EVENT_DAYS,
            words.onPaper(PaperWord.DAY, event.from()),
            words.onPaper(PaperWord.DAY, event.to())));
    paper.add("");
    for (OffsiteItem item : event.items()) {
      paper.add(ReceiptLayout.cut(item.name(), Receipt.WIDTH));
      paper.add(
          ReceiptLayout.row(
              words.of(
                  item.quick() ? PaperWord.EVENT_QUICK_ITEM : PaperWord.EVENT_ITEM, item.code()),
              words.figures(item.price())));
    }
    if (event.items().isEmpty()) {
      paper.add(words.of(PaperWord.EVENT_NO_LIST));
    }
    return paper;
  }
}

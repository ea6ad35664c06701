package dev.tillbridge.register.receipt;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.offsite.OffsiteItem;
import java.util.ArrayList;
import java.util.List;

/** What is printed when an event begins: its list, to be compared with the paper it came from. */
final class EventSlip {

  private EventSlip() {}

  static List<String> begun(OffsiteEvent event) {
    List<String> paper = new ArrayList<>(ReceiptLayout.place(event.title()));
    paper.add(event.id());
    paper.add("%s to %s".formatted(event.from(), event.to()));
    paper.add("");
    for (OffsiteItem item : event.items()) {
      paper.add(ReceiptLayout.cut(item.name(), Receipt.WIDTH));
      paper.add(
          ReceiptLayout.row(
              "  %s%s".formatted(item.code(), item.quick() ? ", quick item" : ""),
              item.price().getAmount().toPlainString()));
    }
    if (event.items().isEmpty()) {
      paper.add("All items cost what they cost in the shop.");
    }
    return paper;
  }
}

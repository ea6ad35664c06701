package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.receipt.TenderWords;
import dev.tillbridge.register.returns.ReturnChoice;
import dev.tillbridge.register.returns.ReturnRefusal;
import dev.tillbridge.register.returns.SoldTicket;
import dev.tillbridge.register.returns.SoldTickets;
import dev.tillbridge.register.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the returns panel shows of a receipt.
 *
 * @param number asked for; empty when none was
 * @param problem why there are no lines; empty when there are, or nothing was asked
 * @param sold the day it was sold
 * @param paidBy how it was paid
 * @param example of a number
 */
public record ReceiptPanel(
    String number,
    String problem,
    String sold,
    String paidBy,
    List<ReturnChoice> lines,
    String example) {

  static ReceiptPanel of(String asked, SoldTickets tickets, Lane lane, ZoneId zone, Words words) {
    String here = lane.view().lane().toString();
    String example = here + "-1923";
    if (asked.isEmpty()) {
      return new ReceiptPanel("", "", "", "", List.of(), example);
    }
    Optional<SoldTicket> found = tickets.find(asked);
    if (found.isEmpty()) {
      String problem = words.refusal(new ReturnRefusal.NotFoundHere(asked, here));
      return new ReceiptPanel("", problem, "", "", List.of(), example);
    }
    SoldTicket sold = found.get();
    return new ReceiptPanel(
        sold.ticket().number(),
        "",
        words.day(sold.at().atZone(zone).toLocalDate()),
        sold.ticket().tenders().stream()
            .map(tender -> TenderWords.of(tender, words))
            .distinct()
            .collect(Collectors.joining(", ")),
        ReturnChoice.of(sold.ticket(), lane.view().ticket().lines(), lane.state().open()),
        example);
  }

  public boolean hasLines() {
    return !lines.isEmpty();
  }
}

package dev.tillbridge.register.screen;

import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.receipt.TenderWords;
import dev.tillbridge.register.returns.ReceiptDesk;
import dev.tillbridge.register.returns.ReceiptDesk.Looked;
import dev.tillbridge.register.returns.ReturnChoice;
import dev.tillbridge.register.returns.ReturnRefusal;
import dev.tillbridge.register.returns.SoldTicket;
import dev.tillbridge.register.words.Words;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * What the returns panel shows of a receipt.
 *
 * @param number asked for; empty when none was
 * @param asking whether HQ is being asked, so that this is to be looked at again in a moment
 * @param problem why there are no lines; empty when there are, or nothing was asked
 * @param sold the day it was sold
 * @param paidBy how it was paid, each means once; with amounts when there are several
 * @param example of a number
 */
public record ReceiptPanel(
    String number,
    boolean asking,
    String problem,
    String sold,
    String paidBy,
    List<ReturnChoice> lines,
    String example) {

  static ReceiptPanel of(String asked, ReceiptDesk receipts, Lane lane, ZoneId zone, Words words) {
    String example = lane.journal().lane() + "-1923";
    if (asked.isEmpty()) {
      return new ReceiptPanel("", false, "", "", "", List.of(), example);
    }
    return switch (receipts.look(asked)) {
      case Looked.Found found -> of(found, lane, zone, example, words);
      case Looked.Asking(String number) ->
          new ReceiptPanel(number, true, "", "", "", List.of(), example);
      case Looked.NotFound(ReturnRefusal why) ->
          new ReceiptPanel("", false, words.refusal(why), "", "", List.of(), example);
    };
  }

  private static ReceiptPanel of(
      Looked.Found found, Lane lane, ZoneId zone, String example, Words words) {
    SoldTicket sold = found.sold();
    return new ReceiptPanel(
        sold.ticket().number(),
        false,
        "",
        words.day(sold.at().atZone(zone).toLocalDate()),
        paidBy(sold.ticket(), words),
        ReturnChoice.of(
            sold.ticket(), lane.view().ticket().lines(), lane.state().open(), found.elsewhere()),
        example);
  }

  /** Each means once; of several how much of each, the last cash less the change. */
  private static String paidBy(Ticket ticket, Words words) {
    Map<String, Money> means = new LinkedHashMap<>();
    for (Tender tender : ticket.tenders()) {
      means.merge(TenderWords.of(tender, words), tender.amount(), Money::plus);
    }
    ticket.tenders().stream()
        .filter(each -> each instanceof Tender.Cash || each instanceof Tender.ForeignCash)
        .reduce((earlier, later) -> later)
        .map(cash -> TenderWords.of(cash, words))
        .ifPresent(cash -> means.merge(cash, ticket.change().negated(), Money::plus));
    return means.entrySet().stream()
        .map(each ->
            means.size() == 1 ? each.getKey() : each.getKey() + " " + words.money(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  public boolean hasLines() {
    return !lines.isEmpty();
  }
}

package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.TicketCounts;
import dev.tillbridge.hq.books.TicketSummary;
import dev.tillbridge.screens.words.TimeWords;

/** Tickets in words. */
public final class TicketWords {

  private TicketWords() {}

  /** What it was; one of deposits, stored value or fees alone sold nothing. */
  public static String kind(TicketSummary ticket) {
    if (ticket.lines() == 0) {
      return "Without goods";
    }
    return switch (ticket.kind()) {
      case "SALE" -> "Sale";
      case "RETURN" -> "Return";
      case "EXCHANGE" -> "Exchange";
      default -> ticket.kind();
    };
  }

  /** How it was paid. */
  public static String tender(String type) {
    return switch (type) {
      case "cash" -> "Cash";
      case "foreign-cash" -> "Cash of another currency";
      case "card" -> "Card";
      case "stored-value:GIFT" -> "Gift certificate";
      case "stored-value:CREDIT" -> "Store credit";
      case "deposit" -> "Deposit";
      default -> type;
    };
  }

  /** Tickets that are no sales. */
  public static String besidesSales(TicketCounts tickets) {
    String words = TimeWords.count(tickets.returns(), "return");
    if (tickets.exchanges() > 0) {
      words += ", " + TimeWords.count(tickets.exchanges(), "exchange");
    }
    if (tickets.withoutGoods() > 0) {
      words += ", " + TimeWords.count(tickets.withoutGoods(), "ticket") + " without goods";
    }
    return words;
  }
}

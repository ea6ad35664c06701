package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.TicketCriteria;
import dev.tillbridge.hq.books.TicketFile;
import dev.tillbridge.hq.books.TicketSearch;
import dev.tillbridge.hq.books.TicketSummary;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ticket search, and everything about one ticket. */
final class TicketsPage {

  static final String SECTION = "/tickets";
  private final Desk desk;
  private final Frame frame;
  private final Words words;

  TicketsPage(Desk desk, Frame frame, Words words) {
    this.desk = desk;
    this.frame = frame;
    this.words = words;
  }

  void search(Context ctx) {
    Asked<LocalDate> date = Asked.date(ctx);
    Asked<BigDecimal> amount = Asked.amount(ctx, desk.currency());
    String refusal =
        Stream.of(date.refusal(), amount.refusal())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    TicketCriteria criteria =
        new TicketCriteria(
            Asked.text(ctx, "text"),
            date.value().orElse(null),
            Asked.text(ctx, "lane"),
            amount.value().orElse(null));
    List<TicketSummary> found = refusal.isEmpty() ? desk.search().find(criteria) : List.of();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("criteria", criteria);
    parameters.put("amount", Objects.requireNonNullElse(Asked.text(ctx, "amount"), ""));
    parameters.put("refusal", refusal);
    parameters.put("more", found.size() > TicketSearch.FOUND_MAX);
    parameters.put("found", found.stream().limit(TicketSearch.FOUND_MAX).toList());
    parameters.put("words", words);
    frame.show(ctx, "Tickets", SECTION, "tickets.jte", parameters);
  }

  void ticket(Context ctx) {
    Optional<TicketFile> file = number(ctx.pathParam("entry")).flatMap(desk.tickets()::open);
    if (file.isEmpty()) {
      ctx.status(HttpStatus.NOT_FOUND);
      frame.show(ctx, "No such ticket", SECTION, "no-ticket.jte", Map.of());
      return;
    }
    TicketFile ticket = file.get();
    frame.show(
        ctx,
        "Ticket " + ticket.summary().number(),
        SECTION,
        "ticket.jte",
        Map.of(
            "ticket",
            ticket,
            "prices",
            desk.prices().of(ticket.summary().entryId()),
            "json",
            new String(ticket.source().bytes(), StandardCharsets.UTF_8),
            "words",
            words));
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

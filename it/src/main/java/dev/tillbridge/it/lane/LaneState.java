package dev.tillbridge.it.lane;

import dev.tillbridge.model.ticket.TicketKind;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a register says of itself: its {@code /lane.json}. Fields nobody needs here are left out.
 */
public record LaneState(
    String lane,
    long epoch,
    String csrf,
    @Nullable String refusal,
    @Nullable Operator operator,
    @Nullable Drawer drawer,
    Ticket ticket,
    @Nullable Last last,
    Link link,
    @Nullable Book book,
    Journal journal,
    @Nullable Delivery delivery) {

  public record Operator(String id, String name) {}

  public record Drawer(long session, Money cash) {}

  public record Ticket(
      TicketKind kind, @Nullable String reference, List<Line> lines, Money total) {}

  public record Line(int number, String item, BigDecimal quantity, Money unitPrice, Money amount) {}

  public record Last(
      String number, @Nullable String reference, Money total, long sequence, String hash) {}

  public record Link(boolean up, long waiting) {}

  public record Book(long version, int items) {}

  public record Journal(long sequence, String head) {}

  /**
   * @param disk {@code AMPLE}, {@code LOW} or {@code FULL}
   */
  public record Delivery(long atHq, long onTheWay, String disk) {}
}

package dev.tillbridge.model.ticket;

import java.util.List;

/** Which way goods and money go. */
public enum TicketKind {
  /** Goods go out, or money comes in without goods. */
  SALE,
  /** Goods come back. */
  RETURN,
  /** Both. */
  EXCHANGE;

  /** What lines make, by the signs of their quantities. */
  public static TicketKind of(List<TicketLine> lines) {
    boolean out = lines.stream().anyMatch(line -> line.quantity().signum() > 0);
    boolean back = lines.stream().anyMatch(line -> line.quantity().signum() < 0);
    return out && back ? EXCHANGE : back ? RETURN : SALE;
  }
}

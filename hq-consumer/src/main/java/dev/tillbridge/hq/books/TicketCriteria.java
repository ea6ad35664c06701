package dev.tillbridge.hq.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; everything given must fit.
 *
 * @param text a receipt number, its last part, or a reference
 * @param amount the total, without regard to its sign
 */
public record TicketCriteria(
    @Nullable String text,
    @Nullable LocalDate date,
    @Nullable String lane,
    @Nullable BigDecimal amount) {

  public static final TicketCriteria ALL = new TicketCriteria(null, null, null, null);
}

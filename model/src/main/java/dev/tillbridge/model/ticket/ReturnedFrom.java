package dev.tillbridge.model.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where goods that come back were bought.
 *
 * @param ticket number of the ticket, null when there is no receipt
 * @param line on that ticket, 0 when there is none
 * @param reason given by the customer
 * @param tax that goes back with the goods, zero or negative: their part of what the ticket
 *     charged, so that all parts of it together come to the whole; null when their rate says it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReturnedFrom(@Nullable String ticket, int line, String reason, @Nullable Money tax) {

  public ReturnedFrom {
    Objects.requireNonNull(reason, "reason is missing");
    if ((ticket == null) != (line == 0)) {
      throw new IllegalArgumentException(
          "A return names a ticket and its line, or neither; got " + ticket + ", " + line + ".");
    }
  }

  /** With the tax their rate says. */
  public ReturnedFrom(@Nullable String ticket, int line, String reason) {
    this(ticket, line, reason, null);
  }
}

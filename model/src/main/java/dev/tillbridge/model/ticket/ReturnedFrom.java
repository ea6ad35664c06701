package dev.tillbridge.model.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where goods that come back were bought.
 *
 * @param ticket number of the ticket, null when there is no receipt
 * @param line on that ticket, 0 when there is none
 * @param reason given by the customer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReturnedFrom(@Nullable String ticket, int line, String reason) {

  public ReturnedFrom {
    Objects.requireNonNull(reason, "reason is missing");
    if ((ticket == null) != (line == 0)) {
      throw new IllegalArgumentException(
          "A return names a ticket and its line, or neither; got " + ticket + ", " + line + ".");
    }
  }
}

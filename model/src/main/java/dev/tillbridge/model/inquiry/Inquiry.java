package dev.tillbridge.model.inquiry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What is asked. The same one may be asked again after silence: it is done once. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Inquiry.OfTicket.class, name = "ticket"),
  @JsonSubTypes.Type(value = Inquiry.OfStoredValue.class, name = "stored-value"),
  @JsonSubTypes.Type(value = Inquiry.OpenDocuments.class, name = "open-documents"),
  @JsonSubTypes.Type(value = Inquiry.TakeOver.class, name = "take-over")
})
public sealed interface Inquiry {

  /**
   * A ticket and what has come back of it anywhere. HQ answers with {@link Answer.TicketFound}.
   *
   * @param number for example {@code S01-R07-1923}
   */
  record OfTicket(String number) implements Inquiry {

    public OfTicket {
      Objects.requireNonNull(number, "number is missing");
    }
  }

  /**
   * What is left on a stored value, and some of it kept for this lane until its ticket is at HQ or
   * some minutes have passed. HQ answers with {@link Answer.Balance}.
   *
   * @param key of what is kept; asked again with the same key, the new amount takes the place of
   *     the one before
   * @param keep how much, nothing to let go of what was kept, null to ask the balance only
   */
  record OfStoredValue(String number, String key, @Nullable Money keep) implements Inquiry {

    public OfStoredValue {
      Objects.requireNonNull(number, "number is missing");
      Objects.requireNonNull(key, "key is missing");
    }
  }

  /** The documents open at a lane. The lane answers with {@link Answer.Documents}. */
  record OpenDocuments() implements Inquiry {}

  /**
   * An open document for the lane that asks. The lane that has it answers with {@link
   * Answer.HandedOver} once its journal says so; HQ does when that lane does not answer.
   */
  record TakeOver(String document) implements Inquiry {

    public TakeOver {
      Objects.requireNonNull(document, "document is missing");
    }
  }
}

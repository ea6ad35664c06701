package dev.tillbridge.model.inquiry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/** What was found out. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Answer.TicketFound.class, name = "ticket"),
  @JsonSubTypes.Type(value = Answer.Balance.class, name = "balance"),
  @JsonSubTypes.Type(value = Answer.Documents.class, name = "documents"),
  @JsonSubTypes.Type(value = Answer.HandedOver.class, name = "handed-over"),
  @JsonSubTypes.Type(value = Answer.NotKnown.class, name = "not-known"),
  @JsonSubTypes.Type(value = Answer.No.class, name = "no")
})
public sealed interface Answer {

  /**
   * A ticket.
   *
   * @param returned what HQ knows to have come back of it, at any register
   */
  record TicketFound(Ticket ticket, Instant soldAt, List<Returned> returned) implements Answer {

    public TicketFound {
      Objects.requireNonNull(ticket, "ticket is missing");
      Objects.requireNonNull(soldAt, "soldAt is missing");
      returned = returned == null ? List.of() : List.copyOf(returned);
    }
  }

  /**
   * A stored value.
   *
   * @param left by all tickets that HQ has, less what is kept for others
   * @param kept of that for who asked
   */
  record Balance(String number, StoredValueKind kind, Money left, Money kept) implements Answer {

    public Balance {
      Objects.requireNonNull(number, "number is missing");
      Objects.requireNonNull(kind, "kind is missing");
      Objects.requireNonNull(left, "left is missing");
      Objects.requireNonNull(kept, "kept is missing");
    }
  }

  /** Documents open at a lane, those changed last first. */
  record Documents(List<Document> documents) implements Answer {

    /** How many are told at most. */
    public static final int MAX = 200;

    public Documents {
      documents = documents == null ? List.of() : List.copyOf(documents);
    }
  }

  /** The document as it was left for the lane that asked; it is open there from now on. */
  record HandedOver(Document document) implements Answer {

    public HandedOver {
      Objects.requireNonNull(document, "document is missing");
    }
  }

  /** Nobody who was asked knows it. */
  record NotKnown(String number) implements Answer {

    public NotKnown {
      Objects.requireNonNull(number, "number is missing");
    }
  }

  /**
   * It is known, and cannot be had.
   *
   * @param why a sentence for the clerk
   */
  record No(String why) implements Answer {

    public No {
      Objects.requireNonNull(why, "why is missing");
    }
  }
}

package dev.tillbridge.model.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/** One of them, as HQ knows it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SharedRecord.OfDocument.class, name = "document"),
  @JsonSubTypes.Type(value = SharedRecord.OfCustomer.class, name = "customer"),
  @JsonSubTypes.Type(value = SharedRecord.OfStoredValue.class, name = "stored-value")
})
public sealed interface SharedRecord {

  /** The topic's key: of two with the same key the newer one counts. */
  @JsonIgnore
  String key();

  /**
   * A document.
   *
   * @param document with its state; one that is not open is only told so that others let go of it
   * @param at the lane that has it
   */
  record OfDocument(Document document, LaneId at) implements SharedRecord {

    public OfDocument {
      Objects.requireNonNull(document, "document is missing");
      Objects.requireNonNull(at, "at is missing");
    }

    @Override
    public String key() {
      return "document " + document.number();
    }
  }

  /**
   * A customer, made one of all records that are the same person.
   *
   * @param number HQ's own; what it says now takes the place of what it said before
   * @param customer what is true now, under the id of the newest record
   * @param ids all ids of the person, the newest first; empty when it was joined to another
   */
  record OfCustomer(long number, Customer customer, List<String> ids) implements SharedRecord {

    public OfCustomer {
      Objects.requireNonNull(customer, "customer is missing");
      ids = ids == null ? List.of() : List.copyOf(ids);
    }

    @Override
    public String key() {
      return "customer " + number;
    }
  }

  /**
   * A stored value.
   *
   * @param left by all tickets that HQ has
   * @param at when HQ said so
   */
  record OfStoredValue(String number, StoredValueKind kind, Money left, Instant at)
      implements SharedRecord {

    public OfStoredValue {
      Objects.requireNonNull(number, "number is missing");
      Objects.requireNonNull(kind, "kind is missing");
      Objects.requireNonNull(left, "left is missing");
      Objects.requireNonNull(at, "at is missing");
    }

    @Override
    public String key() {
      return "value " + number;
    }
  }
}

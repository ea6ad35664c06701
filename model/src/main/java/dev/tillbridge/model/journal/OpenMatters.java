package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.offsite.OffsiteEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a register's entries still mean besides its tickets and its drawer.
 *
 * @param documents that are open here, begun here or taken over, oldest first
 * @param customers added or changed here, at most {@value #CUSTOMERS_MAX}, oldest first
 * @param storedValues issued or redeemed here, at most {@value #STORED_VALUES_MAX}
 * @param returned lines that came back here, at most {@value #RETURNED_MAX}, oldest first
 * @param cards whose last word is not spoken
 * @param event the register sells at, null in the shop
 * @param aside drawer sessions that are open and set aside
 * @param lastDocument count in the number of the last document begun here
 * @param lastCustomer likewise of the last customer
 * @param lastStoredValue likewise of the last stored value
 * @param lastEvent likewise of the last event
 * @param handedOver documents left to other lanes, at most {@value #HANDED_OVER_MAX}, oldest first;
 *     whoever asks for an older one is told that it is not known here
 * @param takenOver documents taken over from other lanes, whether still open or not, at most
 *     {@value #TAKEN_OVER_MAX}, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OpenMatters(
    List<Document> documents,
    List<Customer> customers,
    List<StoredValueHere> storedValues,
    List<Returned> returned,
    List<CardPending> cards,
    @Nullable OffsiteEvent event,
    List<DrawerSession> aside,
    long lastDocument,
    long lastCustomer,
    long lastStoredValue,
    long lastEvent,
    List<HandedOver> handedOver,
    List<TakenOver> takenOver) {

  public static final int CUSTOMERS_MAX = 500;
  public static final int STORED_VALUES_MAX = 2_000;
  public static final int RETURNED_MAX = 2_000;
  public static final int HANDED_OVER_MAX = 200;
  public static final int TAKEN_OVER_MAX = 2_000;

  public static final OpenMatters NONE =
      new OpenMatters(
          List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of(), 0, 0, 0, 0,
          List.of(), List.of());

  public OpenMatters {
    documents = copy(documents);
    customers = copy(customers);
    storedValues = copy(storedValues);
    returned = copy(returned);
    cards = copy(cards);
    aside = copy(aside);
    handedOver = copy(handedOver);
    takenOver = copy(takenOver);
  }

  @JsonIgnore
  public boolean isNone() {
    return equals(NONE);
  }

  /** The open document with this number that is here. */
  public Optional<Document> document(String number) {
    return documents.stream().filter(document -> document.number().equals(number)).findFirst();
  }

  /** The document with this number that was left to another lane and did not come back. */
  public Optional<HandedOver> handedOver(String number) {
    return handedOver.stream().filter(left -> left.number().equals(number)).findFirst();
  }

  /** Whether a document was taken over here at this revision or a later one. */
  public boolean tookOver(String number, long revision) {
    return takenOver.stream()
        .anyMatch(taken -> taken.number().equals(number) && taken.revision() >= revision);
  }

  private static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}

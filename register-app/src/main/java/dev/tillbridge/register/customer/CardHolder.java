package dev.tillbridge.register.customer;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has a card, of those this lane recorded and those HQ told of: of several who were given it
 * the one who was given it last, as HQ too decides.
 */
final class CardHolder {

  private static final Comparator<Customer> GIVEN_LAST =
      Comparator.comparing(CardHolder::since).thenComparing(Customer::id);

  private CardHolder() {}

  /**
   * @param own whom this lane recorded
   */
  static Optional<Customer> of(String number, List<Customer> own, People others) {
    return given(
        Stream.concat(
            own.stream().map(each -> KnownCustomers.newer(each, others.find(each.id()))),
            others.withCard(number).stream()
                .filter(told -> own.stream().noneMatch(each -> each.id().equals(told.id())))),
        number);
  }

  /** Who of these was given it last. */
  static Optional<Customer> given(Stream<Customer> people, String number) {
    return people
        .filter(each -> each.cardNumber().filter(number::equals).isPresent())
        .max(GIVEN_LAST);
  }

  /** Why somebody who does not have it cannot be given it. */
  static Optional<Refusal> refusal(Optional<String> number, AtTheTill till, People others) {
    return number
        .flatMap(card -> of(card, till.state().open().customers(), others))
        .map(holder ->
            new CardRefusal.OfAnother(
                holder.cardNumber().orElseThrow(), holder.name(), holder.id()));
  }

  private static Instant since(Customer holder) {
    CustomerCard card = Objects.requireNonNull(holder.card(), "has a card");
    return card.since();
  }
}

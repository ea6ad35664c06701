package dev.tillbridge.register.customer;

import dev.tillbridge.model.customer.Customer;
import java.util.Optional;

/** Customers whom HQ told of. */
public interface People {

  /** Nobody. */
  People NONE =
      new People() {
        @Override
        public Optional<Customer> find(String id) {
          return Optional.empty();
        }

        @Override
        public Optional<Customer> withContact(String phone, String email) {
          return Optional.empty();
        }

        @Override
        public Optional<Customer> withCard(String number) {
          return Optional.empty();
        }
      };

  /** The person who has this id, as they are now, under whichever id that is. */
  Optional<Customer> find(String id);

  /** Somebody with this phone number or this email; empty text fits nobody. */
  Optional<Customer> withContact(String phone, String email);

  /** Who has the card with this number. */
  Optional<Customer> withCard(String number);
}

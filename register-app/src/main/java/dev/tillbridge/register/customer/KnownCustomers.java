package dev.tillbridge.register.customer;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.shared.SharedRecords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All customers who can be put on a ticket here: those this lane recorded, and those HQ told of;
 * one row for a person. Thread-safe; works without the link.
 *
 * <p>HQ knows which ids are one person. What this lane recorded counts where HQ does not know the
 * id yet, or where it is a later revision of the one HQ shows.
 */
public final class KnownCustomers implements People {

  /** With what it is searched by, so that each keystroke need not work it out. */
  private record Searchable(SharedRecord.OfCustomer told, String text) {}

  private final Lane lane;
  private final SharedRecords shared;
  private volatile @Nullable List<Searchable> told;

  public KnownCustomers(Lane lane, SharedRecords shared) {
    this.lane = lane;
    this.shared = shared;
    shared.onChange(() -> told = null);
  }

  /** The newest that fit, this lane's own first, at most {@link CustomerSearch#SHOWN_MAX}. */
  public List<Customer> find(String query, int most) {
    List<String> words = CustomerSearch.words(query);
    List<Customer> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Customer own : lane.state().open().customers().reversed()) {
      Customer now = newest(own);
      if (CustomerSearch.fits(CustomerSearch.text(now), words) && seen.add(now.id())) {
        found.add(now);
      }
    }
    for (Searchable each : told()) {
      if (found.size() >= most) {
        break;
      }
      if (CustomerSearch.fits(each.text(), words)) {
        Customer now = each.told().customer();
        if (ownOf(now.id()).isEmpty() && seen.add(now.id())) {
          found.add(now);
        }
      }
    }
    return List.copyOf(found.subList(0, Math.min(found.size(), most)));
  }

  /** As they are now, under whichever id; empty when nobody has this id. */
  public Optional<Customer> known(String id) {
    return ownOf(id).map(this::newest).or(() -> find(id));
  }

  @Override
  public Optional<Customer> find(String id) {
    return shared.customer(id).map(SharedRecord.OfCustomer::customer);
  }

  @Override
  public Optional<Customer> withContact(String phone, String email) {
    return told().stream()
        .map(each -> each.told().customer())
        .filter(each -> Contact.isSame(each, phone, email))
        .findFirst();
  }

  @Override
  public Optional<Customer> withCard(String number) {
    return CardHolder.given(told().stream().map(each -> each.told().customer()), number);
  }

  private Customer newest(Customer own) {
    return newer(own, find(own.id()));
  }

  /** Of what this lane recorded and what HQ shows of the same person, what is true now. */
  static Customer newer(Customer own, Optional<Customer> told) {
    return told.filter(now -> !now.id().equals(own.id()) || now.revision() >= own.revision())
        .orElse(own);
  }

  private Optional<Customer> ownOf(String id) {
    return lane.state().open().customers().stream()
        .filter(each -> each.id().equals(id))
        .findFirst();
  }

  private List<Searchable> told() {
    List<Searchable> now = told;
    if (now == null) {
      now =
          shared.customers().stream()
              .map(each ->
                  new Searchable(
                      each,
                      CustomerSearch.text(each.customer()) + " " + CustomerSearch.ids(each.ids())))
              .toList();
      told = now;
    }
    return Objects.requireNonNull(now);
  }
}

package dev.tillbridge.register.customer;

import dev.tillbridge.model.customer.Customer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds customers who are known here by parts of their name, phone or email, in any order. */
public final class CustomerSearch {

  public static final int SHOWN_MAX = 8;

  private CustomerSearch() {}

  /** The newest that fit, at most {@link #SHOWN_MAX}; all fit when nothing is asked. */
  public static List<Customer> find(List<Customer> customers, String query) {
    List<String> words =
        Arrays.stream(folded(query).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    return customers.reversed().stream()
        .filter(customer -> words.stream().allMatch(text(customer)::contains))
        .limit(SHOWN_MAX)
        .toList();
  }

  private static String text(Customer customer) {
    String phone = customer.phone();
    String digits = phone == null ? null : phone.replaceAll("[^0-9]", "");
    return folded(
        Stream.of(customer.name(), phone, digits, customer.email(), customer.id())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}

package dev.tillbridge.register.customer;

import dev.tillbridge.model.customer.Customer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether customers fit parts of their name, phone, email or number, in any order. */
public final class CustomerSearch {

  public static final int SHOWN_MAX = 8;

  private CustomerSearch() {}

  static List<String> words(String query) {
    return Arrays.stream(folded(query).split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  static boolean fits(String text, List<String> words) {
    return words.stream().allMatch(text::contains);
  }

  static String text(Customer customer) {
    String phone = customer.phone();
    String digits = phone == null ? null : phone.replaceAll("[^0-9]", "");
    return folded(
        Stream.of(
                customer.name(),
                phone,
                digits,
                customer.email(),
                customer.id(),
                customer.cardNumber().orElse(null))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")));
  }

  static String ids(List<String> ids) {
    return folded(String.join(" ", ids));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}

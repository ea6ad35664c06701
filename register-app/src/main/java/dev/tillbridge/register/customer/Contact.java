package dev.tillbridge.register.customer;

import dev.tillbridge.model.customer.Customer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Phone numbers and email addresses, brought into one form to be compared. */
final class Contact {

  static final int PHONE_DIGITS_MIN = 5;

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("[+0-9 ()/.-]+");

  private Contact() {}

  static boolean isPhone(String text) {
    return PHONE.matcher(text).matches() && phone(text).length() >= PHONE_DIGITS_MIN;
  }

  static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  /** Its digits; 00 in front of a country is a plus. */
  static String phone(String text) {
    String plain = text.strip();
    String digits = plain.replaceAll("[^0-9]", "");
    return plain.startsWith("+") ? "00" + digits : digits;
  }

  static String email(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a customer has this phone number or this email; empty text fits nobody. */
  static boolean isSame(Customer known, String phone, String email) {
    String itsPhone = known.phone();
    String itsEmail = known.email();
    return itsPhone != null && !phone.isEmpty() && phone(itsPhone).equals(phone(phone))
        || itsEmail != null && !email.isEmpty() && email(itsEmail).equals(email(email));
  }
}

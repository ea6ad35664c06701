package dev.tillbridge.register.customer;

/** What is known of a customer who is added; empty for nothing. */
public record CustomerForm(
    String name, String phone, String email, String group, String taxReference, boolean marketing) {

  public CustomerForm {
    name = name.strip();
    phone = phone.strip();
    email = email.strip();
    group = group.strip();
    taxReference = taxReference.strip();
  }
}

package dev.tillbridge.pricebook.web;

/** There is no such page; the message says what is not there and where to look. */
final class NotHere extends RuntimeException {

  NotHere(String message) {
    super(message);
  }
}

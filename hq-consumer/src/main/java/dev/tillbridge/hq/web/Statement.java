package dev.tillbridge.hq.web;

/**
 * One true thing about a register's stream.
 *
 * @param level colours it: {@code ok}, {@code calm}, {@code warning} or {@code refusal}
 * @param badge two or three words
 * @param text what it means and what is being done; empty when the badge says it all
 */
public record Statement(String level, String badge, String text) {

  static Statement ok(String badge, String text) {
    return new Statement("ok", badge, text);
  }

  static Statement calm(String badge, String text) {
    return new Statement("calm", badge, text);
  }

  static Statement warning(String badge, String text) {
    return new Statement("warning", badge, text);
  }

  static Statement refusal(String badge, String text) {
    return new Statement("refusal", badge, text);
  }
}

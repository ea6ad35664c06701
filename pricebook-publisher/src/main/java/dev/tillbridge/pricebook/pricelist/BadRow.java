package dev.tillbridge.pricebook.pricelist;

/** What is wrong with a row of a price list. */
public record BadRow(long line, String field, String value, String reason) {

  @Override
  public String toString() {
    return "line %d, %s \"%s\": %s".formatted(line, field, value, reason);
  }
}

package dev.tillbridge.pricebook.importing;

import dev.tillbridge.pricebook.pricelist.BadRow;

/** The file cannot be read to its end; no tolerance covers that. */
public final class UnreadableList extends Exception {

  private final BadRow where;

  UnreadableList(BadRow where) {
    super(where.toString());
    this.where = where;
  }

  /** Line, field, value, reason. */
  public BadRow where() {
    return where;
  }
}

package dev.tillbridge.pricebook.importing;

/** Takes rows as they are read. */
@FunctionalInterface
public interface RowTaker {

  /**
   * Takes the next one.
   *
   * @return whether more are wanted
   */
  boolean take(Row row);
}

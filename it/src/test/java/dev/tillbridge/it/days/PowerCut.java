package dev.tillbridge.it.days;

/** The power goes: nothing that runs may catch this and go on. */
final class PowerCut extends Error {

  private static final long serialVersionUID = 1;

  PowerCut(String where) {
    super(where, null, false, false);
  }
}

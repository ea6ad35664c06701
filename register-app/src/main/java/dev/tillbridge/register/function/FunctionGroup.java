package dev.tillbridge.register.function;

import dev.tillbridge.register.words.Word;

/** A page of the menu, in its order. */
public enum FunctionGroup {
  SALE(Word.GROUP_SALE),
  TICKET(Word.GROUP_TICKET),
  CUSTOMER(Word.GROUP_CUSTOMER),
  DOCUMENTS(Word.GROUP_DOCUMENTS),
  DRAWER(Word.GROUP_DRAWER),
  PEOPLE(Word.GROUP_PEOPLE),
  DEVICES(Word.GROUP_DEVICES);

  private final Word title;

  FunctionGroup(Word title) {
    this.title = title;
  }

  public Word title() {
    return title;
  }
}

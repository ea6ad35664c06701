package dev.tillbridge.register.shared;

import dev.tillbridge.model.shared.SharedRecord;

class HqToldTest extends SharedSourceContract {

  private final HqTold hq = new HqTold();

  @Override
  SharedSource source() {
    return hq;
  }

  @Override
  void tell(SharedRecord record) {
    hq.tell(record);
  }
}

package dev.tillbridge.register.shared;

import dev.tillbridge.model.shared.SharedRecord;

/** A record and the version HQ told it with. */
public record Versioned(long version, SharedRecord record) {

  public String key() {
    return record.key();
  }
}

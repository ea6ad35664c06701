package dev.tillbridge.it.powercut;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Whether the power can be cut here. */
final class PowerSwitch {

  private PowerSwitch() {}

  /** Without one the test is skipped, or fails under {@code -Dtillbridge.require=powercut}. */
  static void requireOrSkip() {
    Optional<String> missing = PowerCuts.missing();
    if (missing.isEmpty()) {
      return;
    }
    String message =
        "No power was cut on this machine: "
            + missing.get()
            + ". It needs Linux, root, loop devices and mkfs.ext4 (Debian: e2fsprogs).";
    if (List.of(System.getProperty("tillbridge.require", "").split(",")).contains("powercut")) {
      Assertions.fail(message + " It is required by -Dtillbridge.require=powercut.");
    }
    Assumptions.abort(message);
  }
}

package dev.tillbridge.it.powercut;

import dev.tillbridge.it.requirement.Requirement;

/** Whether the power can be cut here, and a disk of our own be filled. */
public final class PowerSwitch {

  private PowerSwitch() {}

  /** Without one the test is skipped, or fails under {@code -Dtillbridge.require=powercut}. */
  public static void requireOrSkip() {
    PowerCuts.missing()
        .ifPresent(missing ->
            Requirement.POWERCUT.missing(
                "No disk of our own on this machine: %s. It needs Linux, root, loop devices and mkfs.ext4 (Debian: e2fsprogs)."
                    .formatted(missing)));
  }
}

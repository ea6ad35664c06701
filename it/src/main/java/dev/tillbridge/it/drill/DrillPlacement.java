package dev.tillbridge.it.drill;

import dev.tillbridge.it.chain.ChainFolder;
import dev.tillbridge.it.chain.Placement;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The usual places, except that the first register may have a small disk of its own, and that the
 * second lets go of its entries as early as it may.
 */
final class DrillPlacement {

  private DrillPlacement() {}

  static Placement of(Placement usual, @Nullable Path smallDisk) {
    return usual.withRegisters(register -> settings(register, smallDisk));
  }

  private static Map<String, String> settings(String register, @Nullable Path smallDisk) {
    Map<String, String> settings = new HashMap<>();
    settings.put("disk.warn.mib", "500");
    settings.put("disk.stop.mib", "300");
    settings.put("disk.reserve.mib", "150");
    if (smallDisk != null && register.equals(ChainFolder.register(0))) {
      settings.put("data.dir", smallDisk.resolve("data").toString());
    }
    if (register.equals(ChainFolder.register(1))) {
      settings.put("journal.keep.days", "0");
    }
    return settings;
  }
}

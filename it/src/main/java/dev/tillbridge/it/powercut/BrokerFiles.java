package dev.tillbridge.it.powercut;

import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Which files a broker has begun, looked up without holding anything open on its disk. */
final class BrokerFiles {

  private BrokerFiles() {}

  /** Files of the journal, by the name they have once they are made, and of pages. */
  static Set<String> names(Path dataDir) {
    Set<String> names = new HashSet<>();
    for (String name : list(dataDir.resolve("journal").toFile())) {
      names.add(name.replace(".tmp", ""));
    }
    names.addAll(pages(dataDir));
    return names;
  }

  /** Files of pages alone: there are some once the journal has more than memory is given to it. */
  static Set<String> pages(Path dataDir) {
    Set<String> names = new HashSet<>();
    File paging = dataDir.resolve("paging").toFile();
    for (String folder : list(paging)) {
      for (String name : list(new File(paging, folder))) {
        names.add(folder + "/" + name);
      }
    }
    return names;
  }

  private static String[] list(File folder) {
    String[] names = folder.list();
    return names == null ? new String[0] : names;
  }
}

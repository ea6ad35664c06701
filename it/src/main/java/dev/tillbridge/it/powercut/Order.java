package dev.tillbridge.it.powercut;

import java.nio.file.Path;
import java.util.List;

/**
 * What a {@link RingingRegister} is asked to do, in one line.
 *
 * @param lines of every ticket it rings; 0 when it only tells what it keeps
 * @param uplinkPort where the store server would listen
 */
record Order(Path dataDir, Path secretsDir, int uplinkPort, long seed, int lines) {

  boolean rings() {
    return lines > 0;
  }

  String line() {
    return String.join(
        "\t",
        List.of(
            dataDir.toString(),
            secretsDir.toString(),
            Integer.toString(uplinkPort),
            Long.toString(seed),
            Integer.toString(lines)));
  }

  static Order parse(String line) {
    String[] part = line.split("\t", -1);
    return new Order(
        Path.of(part[0]),
        Path.of(part[1]),
        Integer.parseInt(part[2]),
        Long.parseLong(part[3]),
        Integer.parseInt(part[4]));
  }
}

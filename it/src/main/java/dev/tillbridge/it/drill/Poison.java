package dev.tillbridge.it.drill;

import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.it.chain.ChainFolder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Messages HQ can only put aside. Each is different from all others. */
final class Poison {

  private static final int OVERSIZED_BYTES = 300_000;
  private static final long EPOCH = 20200101000000L;

  private final Seal stranger = Seal.fresh();
  private int count;

  /** A handful, among them forgeries of this genuine entry. */
  synchronized List<byte[]> some(byte[] genuine, long salt) {
    SplittableRandom random = new SplittableRandom(salt);
    List<byte[]> all = new ArrayList<>();
    all.add(garbage(random, random.nextInt(1, 400)));
    all.add(garbage(random, OVERSIZED_BYTES));
    all.add(text("{\"v\":1,\"entry\":{\"note\":\"unsealed %d\"}}".formatted(++count)));
    all.add(forged(genuine, random));
    all.add(
        stranger.over(
            text(
                "{\"v\":9,\"entry\":{\"id\":{\"lane\":\"S99-R01\",\"epoch\":%d,\"sequence\":%d}}}"
                    .formatted(EPOCH, ++count))));
    all.add(
        stranger.over(
            text(
                "{\"v\":9,\"entry\":{\"id\":{\"lane\":\"%s-R99\",\"epoch\":%d,\"sequence\":%d},\"previous\":\"%s\",\"shape\":\"of tomorrow\"}}"
                    .formatted(ChainFolder.STORE, EPOCH, ++count, "0".repeat(64)))));
    return all;
  }

  /** The entry with one bit of its payload turned. */
  private static byte[] forged(byte[] genuine, SplittableRandom random) {
    byte[] forged = genuine.clone();
    forged[random.nextInt(forged.length / 2)] ^= (byte) (1 << random.nextInt(7));
    return forged;
  }

  private static byte[] garbage(SplittableRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] text(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}

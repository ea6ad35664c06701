package dev.tillbridge.broker.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

  private static final byte[] PAYLOAD = "{\"v\":1,\"entry\":{}}".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path dir;

  @Test
  void whatIsSealedComesBackAndIsGenuine() {
    Seal seal = Seal.fresh();

    SealedBytes read = SealedBytes.read(seal.over(PAYLOAD)).orElseThrow();

    assertThat(read.payload()).isEqualTo(PAYLOAD);
    assertThat(read.key()).isEqualTo(seal.publicKey());
    assertThat(read.isGenuine()).isTrue();
  }

  @Test
  void sealingTheSameAgainGivesTheSameBytes() {
    Seal seal = Seal.fresh();

    assertThat(seal.over(PAYLOAD)).isEqualTo(seal.over(PAYLOAD));
  }

  @Test
  void noSingleBitCanChange() {
    byte[] sealed = Seal.fresh().over(PAYLOAD);

    for (int i = 0; i < sealed.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = sealed.clone();
        changed[i] ^= (byte) (1 << bit);
        assertThat(SealedBytes.read(changed).filter(SealedBytes::isGenuine))
            .describedAs("bit %d of byte %d", bit, i)
            .isEmpty();
      }
    }
  }

  @Test
  void anotherRegistersKeyIsNotThisOnes() {
    byte[] forged = Seal.fresh().over(PAYLOAD);

    assertThat(SealedBytes.read(forged).orElseThrow().key()).isNotEqualTo(Seal.fresh().publicKey());
  }

  @Test
  void bytesWithoutASealHaveNone() {
    assertThat(SealedBytes.read(PAYLOAD)).isEmpty();
    assertThat(SealedBytes.read(new byte[0])).isEmpty();
    assertThat(SealedBytes.read(new byte[500])).isEmpty();
  }

  @Test
  void theKeyIsMadeOnceAndIsForItsOwnerOnly() throws IOException {
    Seal first = Seal.openOrCreate(dir);
    Seal second = Seal.openOrCreate(dir);

    assertThat(second.publicKey()).isEqualTo(first.publicKey());
    assertThat(SealedBytes.read(second.over(PAYLOAD)).orElseThrow().isGenuine()).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(Seal.FILE))))
        .isEqualTo("rw-------");
  }

  @Test
  void aDamagedKeyStopsTheStartAndNamesTheWayOut() throws IOException {
    Files.writeString(dir.resolve(Seal.FILE), "no key\n");

    assertThatThrownBy(() -> Seal.openOrCreate(dir))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(Seal.FILE)
        .hasMessageContaining("new epoch");
  }
}

package dev.tillbridge.screens.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

  private final PasswordHash hash = PasswordHash.hash("2468", new SecureRandom());

  @Test
  void onlyTheSecretThatWasHashedIsRight() {
    assertThat(hash.verify("2468")).isTrue();
    assertThat(hash.verify("2469")).isFalse();
    assertThat(hash.verify("")).isFalse();
    assertThat(hash.verify("2".repeat(5_000))).isFalse();
  }

  @Test
  void itIsTheSameAfterBeingWrittenAndRead() {
    PasswordHash read = PasswordHash.parse(hash.encoded());

    assertThat(read.verify("2468")).isTrue();
    assertThat(read.encoded()).isEqualTo(hash.encoded());
  }

  @Test
  void theReferenceImplementationsHashIsRight() {
    // echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1, of the reference implementation
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(PasswordHash.parse(reference).verify("password")).isTrue();
  }

  @Test
  void theSameSecretHashesDifferentlyEachTime() {
    assertThat(PasswordHash.hash("2468", new SecureRandom()).encoded())
        .isNotEqualTo(hash.encoded());
  }

  @Test
  void aHashThatAsksForAGigabyteIsRefused() {
    String greedy = hash.encoded().replace("m=19456", "m=1048576");

    assertThatThrownBy(() -> PasswordHash.parse(greedy))
        .hasMessageContaining("m=1048576 is outside 8 to 262144");
  }
}

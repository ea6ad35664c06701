package dev.tillbridge.register.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.register.lane.SteppedClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HQ told, over restarts, weeks without link, and damaged files. */
class MapDbSharedFileTest {

  private static final LaneId LANE = LaneId.parse("S01-R01");

  @TempDir private Path folder;
  private final SteppedClock clock = new SteppedClock("2026-11-22T08:30:00Z");
  private final HqTold hq = new HqTold();

  @Test
  void whatWasToldIsThereAfterARestartWithoutTheLink() throws IOException {
    SharedRecords before = records();
    tellThree();
    before.read();
    hq.tell(value("S01-R02-7G1-20", "3.00"));
    before.read();
    clock.advance(Duration.ofDays(30));
    hq.unreachable(true);

    SharedRecords after = records();

    assertThat(after.sizes()).containsExactly(0, 1, 2);
    assertThat(after.storedValue("S01-R02-7G1-20"))
        .map(SharedRecord.OfStoredValue::left)
        .contains(Money.parse("GBP 3.00"));
    assertThat(after.customer("S01-R02-C1")).isPresent();
    assertThat(after.asOf()).isEqualTo("2026-11-22T08:30:00Z");
    assertThatThrownBy(after::read).hasMessageContaining("no link");
    assertThat(after.sizes()).containsExactly(0, 1, 2);
  }

  @Test
  void onlyWhatIsNewIsReadAfterARestart() throws IOException {
    SharedRecords before = records();
    tellThree();
    before.read();
    int[] read = {0};
    SharedSource counting =
        (version, told) ->
            hq.changedAfter(
                version,
                (at, record) -> {
                  read[0]++;
                  told.accept(at, record);
                });

    SharedRecords after = new SharedRecords(LANE, counting, new MapDbSharedFile(folder), clock);
    after.read();
    hq.tell(value("S01-R02-8G1-20", "1.00"));
    after.read();

    assertThat(read[0]).isEqualTo(1);
    assertThat(after.sizes()).containsExactly(0, 1, 3);
  }

  @Test
  void deletedFilesAreReadAnew() throws IOException {
    SharedRecords before = records();
    tellThree();
    before.read();
    Files.delete(file());

    SharedRecords after = records();
    assertThat(after.sizes()).containsExactly(0, 0, 0);
    after.read();

    assertThat(after.sizes()).isEqualTo(before.sizes());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aDamagedFileIsReadAnew(long seed) throws IOException {
    SharedRecords before = records();
    tellThree();
    before.read();
    damage(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));

    SharedRecords after = records();
    after.read();

    assertThat(after.sizes()).isEqualTo(before.sizes());
    assertThat(after.storedValue("S01-R02-7G1-20")).isEqualTo(before.storedValue("S01-R02-7G1-20"));
    assertThat(after.customers()).isEqualTo(before.customers());
  }

  @Test
  void aChangedFigureInTheFileIsNoticed() throws IOException {
    SharedRecords before = records();
    tellThree();
    before.read();
    byte[] bytes = Files.readAllBytes(file());
    int figure = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("GBP 20.00");
    assertThat(figure).isPositive();
    bytes[figure + 4] = '9';
    Files.write(file(), bytes);
    hq.unreachable(true);

    assertThat(records().sizes()).containsExactly(0, 0, 0);
    hq.unreachable(false);
    SharedRecords after = records();
    after.read();
    assertThat(after.storedValue("S01-R02-7G1-20"))
        .map(SharedRecord.OfStoredValue::left)
        .contains(Money.parse("GBP 20.00"));
  }

  @Test
  void theOldestLeaveWhenThereIsNoRoom() {
    NewestRecords<SharedRecord.OfStoredValue> newest = new NewestRecords<>(2);
    SharedRecord.OfStoredValue first = value("a", "1.00");
    newest.put(new Versioned(1, first), first);
    newest.put(new Versioned(2, value("b", "1.00")), value("b", "1.00"));
    newest.put(new Versioned(3, value("a", "2.00")), value("a", "2.00"));

    List<SharedRecord.OfStoredValue> gone =
        newest.put(new Versioned(3, value("c", "1.00")), value("c", "1.00"));

    assertThat(gone).extracting(SharedRecord.OfStoredValue::number).containsExactly("b");
    assertThat(newest.find("value a")).contains(value("a", "2.00"));
    assertThat(newest.put(new Versioned(2, first), first)).isEmpty();
    assertThat(newest.find("value a")).contains(value("a", "2.00"));
  }

  private void tellThree() {
    hq.tell(
        new SharedRecord.OfCustomer(
            1,
            new Customer("S01-R02-C1", 1, "Ada", null, null, null, null, false),
            List.of("S01-R02-C1")));
    hq.tell(value("S01-R02-7G1-20", "20.00"));
    hq.tell(value("S01-R02-9G1-20", "5.00"));
  }

  private static SharedRecord.OfStoredValue value(String number, String left) {
    return new SharedRecord.OfStoredValue(
        number,
        StoredValueKind.GIFT,
        Money.parse("GBP " + left),
        Instant.parse("2026-11-22T08:00:00Z"));
  }

  private SharedRecords records() throws IOException {
    return new SharedRecords(LANE, hq, new MapDbSharedFile(folder), clock);
  }

  private Path file() {
    return folder.resolve("shared-records.mapdb");
  }

  private void damage(RandomGenerator random) throws IOException {
    byte[] bytes = Files.readAllBytes(file());
    for (int i = 0; i < 400; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    Files.write(file(), bytes);
  }
}

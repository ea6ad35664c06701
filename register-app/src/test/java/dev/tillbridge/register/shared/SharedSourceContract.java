package dev.tillbridge.register.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What every {@link SharedSource} keeps, in memory or a compacted topic. */
abstract class SharedSourceContract {

  abstract SharedSource source();

  /** HQ tells this; returns when it can be read. */
  abstract void tell(SharedRecord record);

  @Test
  void everythingIsReadAtFirstAndOnlyWhatIsNewAfterwards() {
    tell(value("a", "1.00"));
    tell(value("b", "2.00"));
    List<Versioned> first = after(0);
    long cursor = first.stream().mapToLong(Versioned::version).max().orElseThrow();
    tell(value("a", "3.00"));

    assertThat(first)
        .extracting(Versioned::record)
        .contains(value("a", "1.00"), value("b", "2.00"));
    assertThat(after(cursor)).extracting(Versioned::record).containsExactly(value("a", "3.00"));
    assertThat(after(cursor).getFirst().version()).isGreaterThan(cursor);
  }

  @Test
  void ofTwoWithOneKeyTheNewerHasTheHigherVersion() {
    tell(value("a", "1.00"));
    tell(value("a", "2.00"));

    Versioned newest =
        after(0).stream().reduce((a, b) -> a.version() > b.version() ? a : b).orElseThrow();

    assertThat(newest.record()).isEqualTo(value("a", "2.00"));
  }

  private List<Versioned> after(long version) {
    List<Versioned> read = new ArrayList<>();
    source().changedAfter(version, (at, record) -> read.add(new Versioned(at, record)));
    return read;
  }

  private static SharedRecord value(String number, String left) {
    return new SharedRecord.OfStoredValue(
        number,
        StoredValueKind.GIFT,
        Money.parse("GBP " + left),
        Instant.parse("2026-11-22T08:00:00Z"));
  }
}

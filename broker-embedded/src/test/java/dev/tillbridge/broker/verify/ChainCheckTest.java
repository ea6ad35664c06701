package dev.tillbridge.broker.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.node.Entries;
import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.broker.verify.ChainBreak.Kind;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.Tail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

  private static final LaneId LANE = LaneId.parse("S01-R01");
  private static final long EPOCH = 20261122081500L;

  private final Seal seal = Seal.fresh();

  @Test
  void wholeChainHoldsAndTellsItsEnds() {
    List<byte[]> chain = chain(LANE, 40);

    StreamVerdict verdict = only(check(chain));

    assertThat(verdict.firstBreak()).isNull();
    assertThat(verdict.stream()).isEqualTo("S01-R01/" + EPOCH);
    assertThat(verdict.entries()).isEqualTo(40);
    assertThat(verdict.first()).isEqualTo(1);
    assertThat(verdict.last()).isEqualTo(40);
    assertThat(verdict.key()).isEqualTo(seal.publicKey());
    assertThat(verdict.head()).isEqualTo(EntryHash.of(chain.getLast()));
  }

  @Test
  void chainMayStartLateWhenEarlierEntriesHaveLeft() {
    List<byte[]> chain = chain(LANE, 20);

    StreamVerdict verdict = only(check(chain.subList(12, 20)));

    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.startsLate()).isTrue();
    assertThat(verdict.first()).isEqualTo(13);
  }

  @Test
  void alteredEntryIsNamedWithBothHashes() {
    List<byte[]> chain = chain(LANE, 10);
    EntryHash genuine = EntryHash.of(chain.get(4));
    chain.set(4, altered(chain.get(4)));

    ChainBreak found = firstBreak(check(chain));

    assertThat(found.sequence()).isEqualTo(5);
    assertThat(found.kind()).isEqualTo(Kind.NOT_GENUINE);
    assertThat(found.expected()).isEqualTo(genuine);
    assertThat(found.found()).isEqualTo(EntryHash.of(chain.get(4)));
  }

  @Test
  void lackingEntriesAreNamed() {
    List<byte[]> chain = chain(LANE, 10);
    chain.subList(3, 6).clear();

    ChainBreak found = firstBreak(check(chain));

    assertThat(found.kind()).isEqualTo(Kind.GAP);
    assertThat(found.sequence()).isEqualTo(4);
    assertThat(found.what()).contains("entries 4 to 6 are not there");
  }

  @Test
  void entryReplacedAndSealedAgainByItsOwnerBreaksTheChainAtTheNext() {
    List<byte[]> chain = chain(LANE, 10);
    EntryHash before = EntryHash.of(chain.get(4));
    chain.set(5, SealedEntry.seal(Entries.sale(LANE, new Tail(EPOCH, 5, before), 9), seal));

    ChainBreak found = firstBreak(check(chain));

    assertThat(found.kind()).isEqualTo(Kind.BROKEN_CHAIN);
    assertThat(found.sequence()).isEqualTo(7);
    assertThat(found.expected()).isEqualTo(EntryHash.of(chain.get(5)));
    assertThat(found.found()).isNotEqualTo(found.expected());
  }

  @Test
  void anotherKeyInTheSameStreamIsABreak() {
    List<byte[]> chain = chain(LANE, 3);
    Tail tail = new Tail(EPOCH, 3, EntryHash.of(chain.getLast()));
    Seal stranger = Seal.fresh();
    chain.add(SealedEntry.seal(Entries.sale(LANE, tail, 3), stranger));

    ChainBreak found = firstBreak(check(chain));

    assertThat(found.kind()).isEqualTo(Kind.OTHER_KEY);
    assertThat(found.what())
        .contains(stranger.publicKey().fingerprint(), seal.publicKey().fingerprint());
  }

  @Test
  void doubledEntryIsABreak() {
    List<byte[]> chain = chain(LANE, 5);
    chain.add(3, chain.get(2));

    assertThat(firstBreak(check(chain)).kind()).isEqualTo(Kind.OUT_OF_ORDER);
  }

  @Test
  void hashAndIdWrittenBesideAnEntryAreChecked() {
    byte[] first = chain(LANE, 1).getFirst();
    Specimen.Label own = new Specimen.Label(new StreamId(LANE, EPOCH), 1);
    Specimen.Label other = new Specimen.Label(new StreamId(LaneId.parse("S01-R02"), EPOCH), 1);

    ChainCheck check = new ChainCheck();
    check.add(new Specimen(first, "row 1", own, EntryHash.of(new byte[1])));
    check.add(new Specimen(first, "row 2", other, EntryHash.of(first)));

    assertThat(check.verdicts())
        .map(verdict -> Objects.requireNonNull(verdict.firstBreak()).kind())
        .containsExactly(Kind.WRONG_HASH, Kind.MISLABELLED);
  }

  @Test
  void streamsAreCheckedApartAndOneBreakLeavesTheOthersWhole() {
    List<byte[]> broken = chain(LANE, 5);
    List<byte[]> whole = chain(LaneId.parse("S01-R02"), 5);
    broken.set(1, altered(broken.get(1)));
    List<byte[]> mixed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      mixed.add(broken.get(i));
      mixed.add(whole.get(i));
    }

    assertThat(check(mixed).verdicts()).map(StreamVerdict::holds).containsExactly(false, true);
  }

  @Test
  void bytesThatAreNoEntryAreToldAndStopNothing() {
    List<byte[]> chain = chain(LANE, 2);
    chain.add(1, new byte[] {1, 2, 3});

    List<StreamVerdict> verdicts = check(chain).verdicts();

    assertThat(verdicts).map(StreamVerdict::stream).contains(StreamVerdict.UNKNOWN);
    assertThat(verdicts).map(StreamVerdict::holds).containsExactly(false, true);
  }

  private List<byte[]> chain(LaneId lane, int count) {
    List<byte[]> chain = new ArrayList<>();
    Tail tail = new Tail(EPOCH, 0, EntryHash.NONE);
    for (int i = 0; i < count; i++) {
      byte[] sealed = SealedEntry.seal(Entries.sale(lane, tail, 3), seal);
      chain.add(sealed);
      tail = new Tail(EPOCH, tail.nextSequence(), EntryHash.of(sealed));
    }
    return chain;
  }

  private static byte[] altered(byte[] sealed) {
    byte[] copy = sealed.clone();
    String text = new String(copy, StandardCharsets.UTF_8);
    copy[text.indexOf("anna") + 3] = 'e';
    return copy;
  }

  private static ChainCheck check(List<byte[]> chain) {
    ChainCheck check = new ChainCheck();
    chain.forEach(sealed -> check.add(Specimen.bare(sealed, "line")));
    return check;
  }

  private static StreamVerdict only(ChainCheck check) {
    assertThat(check.verdicts()).hasSize(1);
    return check.verdicts().getFirst();
  }

  private static ChainBreak firstBreak(ChainCheck check) {
    return Objects.requireNonNull(only(check).firstBreak());
  }
}

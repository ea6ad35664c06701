package dev.tillbridge.it.days;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.it.days.Disk.Trouble;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What happens to a register besides its clerk. */
final class Upkeep {

  /** So many of the first deeds are practised: what a clerk does with one ticket. */
  static final int PRACTISED = 32;

  private static final int TRIES = 100;

  private final Store store;
  private final Chance chance;

  Upkeep(Store store, Chance chance) {
    this.store = store;
    this.chance = chance;
  }

  /** Something will go wrong in this step. */
  String trouble(Register at) {
    Trouble trouble = chance.of(List.of(Trouble.values()));
    boolean unreadable = chance.oneIn(4);
    at.disk.arm(trouble, chance.below(2));
    at.disk.unreadable(unreadable);
    return " [" + trouble + (unreadable ? ", unreadable]" : "]");
  }

  Outcome restart(Register at) {
    at.restart();
    return Paying.done(at);
  }

  Outcome checkpoint(Register at) {
    at.lane.checkpoint();
    return Paying.done(at);
  }

  Outcome purge(Register at) {
    at.disk.purge();
    return Paying.done(at);
  }

  Outcome priceBook(Register at) {
    store.shelf.publish();
    store.registers.forEach(each -> each.lane.priceBookChanged());
    return Paying.done(at);
  }

  Outcome night(Register at) {
    store.clock.advance(Duration.ofHours(6 + chance.below(10)));
    store.registers.forEach(each -> each.lane.lookAround());
    return Paying.done(at);
  }

  /** A register without anything open gets an empty disk, and HQ tells it its numbers. */
  Outcome newLife(Register at) {
    LaneView view = at.lane.view();
    var open = at.lane.recorded().open();
    boolean busy =
        !view.ticket().isEmpty()
            || at.lane.recorded().session() != null
            || open.event() != null
            || Stream.of(open.documents(), open.aside(), open.cards())
                .anyMatch(each -> !each.isEmpty());
    if (!busy && !at.disk.everything().isEmpty()) {
      at.newLife(told(at));
    }
    return Paying.done(at);
  }

  private Watermark told(Register at) {
    List<EntryBody> all = at.everything().stream().map(stored -> stored.entry().body()).toList();
    return new Watermark(
        new StreamId(at.id, at.disk.epoch + 1),
        1,
        0,
        EntryHash.NONE,
        Request.NONE,
        highest(
            all.stream()
                .filter(EntryBody.TicketCompleted.class::isInstance)
                .mapToLong(body -> ((EntryBody.TicketCompleted) body).ticket().count())),
        highest(all.stream().mapToLong(EntryBody::drawerSession)),
        new Watermark.LastNumbers(
            counted(
                at,
                "-D",
                all.stream()
                    .filter(DocumentRecorded.class::isInstance)
                    .map(body -> ((DocumentRecorded) body).document().number())),
            counted(
                at,
                "-C",
                all.stream()
                    .filter(CustomerRecorded.class::isInstance)
                    .map(body -> ((CustomerRecorded) body).customer().id())),
            counted(
                at,
                "-E",
                all.stream()
                    .filter(OffsiteEntry.Started.class::isInstance)
                    .map(body -> ((OffsiteEntry.Started) body).event().id()))),
        false,
        store.clock.instant());
  }

  private static long counted(Register at, String kind, Stream<String> numbers) {
    String own = at.id + kind;
    return highest(
        numbers
            .filter(each -> each.startsWith(own))
            .mapToLong(each -> Long.parseLong(each.substring(own.length()))));
  }

  private static long highest(LongStream numbers) {
    return numbers.max().orElse(0);
  }

  /** Whatever is in doubt or under way comes to its end; the open ticket stays. */
  void settle(Register at) {
    at.restart();
    at.lane.signOn("1001", "1234");
    for (int i = 0; i < TRIES && at.cards.look(); i++) {
      at.besideTheLane.clear();
    }
    for (int i = 0; i < TRIES && !at.cards.waiting().isEmpty(); i++) {
      at.cards.look();
    }
    assertThat(at.cards.waiting()).as("card payments of %s without a last word", at).isEmpty();
    assertThat(at.lane.giveBack(99)).as("settles doubts").isInstanceOf(Outcome.Refused.class);
  }
}

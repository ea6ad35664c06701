package dev.tillbridge.register.screen;

import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.register.clock.ClockAlarm;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.NewLife;
import dev.tillbridge.register.lane.Standing;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.words.ByteWords;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A sentence in the status bar that is there only while it matters. */
public record StatusNote(Weight weight, String text) {

  /** How soon somebody should act. */
  public enum Weight {
    STOP,
    WARNING,
    NEWS,
    /** Nothing on the screen is real. */
    TRAINING,
    /** What is sold is sold elsewhere. */
    EVENT
  }

  /** What kind of selling this is, when it is not the shop's. */
  static List<StatusNote> of(LaneView view, Words words) {
    List<StatusNote> notes = new ArrayList<>();
    OffsiteEvent event = view.event();
    if (view.training()) {
      notes.add(new StatusNote(Weight.TRAINING, words.of(Word.TRAINING_NOW)));
    }
    if (event != null) {
      notes.add(
          new StatusNote(
              Weight.EVENT,
              words.of(Word.EVENT_RUNS, event.name(), event.place(), words.shortDay(event.to()))));
    }
    return notes;
  }

  static List<StatusNote> of(Standing standing, DeliveryStatus delivery, ZoneId zone, Words words) {
    List<StatusNote> notes = new ArrayList<>();
    DiskStatus disk = delivery.disk();
    if (disk.level() == DiskStatus.Level.FULL) {
      notes.add(
          new StatusNote(
              Weight.STOP, words.of(Word.NOTE_DISK_FULL, ByteWords.of(disk.freeBytes()))));
    }
    String problem = delivery.problem();
    if (problem != null) {
      notes.add(new StatusNote(Weight.WARNING, words.told(problem)));
    }
    ClockAlarm clock = standing.clock();
    if (clock != null) {
      notes.add(new StatusNote(Weight.WARNING, clock.message(zone, words)));
    }
    if (disk.level() == DiskStatus.Level.LOW) {
      notes.add(
          new StatusNote(
              Weight.WARNING, words.of(Word.NOTE_DISK_LOW, ByteWords.of(disk.freeBytes()))));
    }
    NewLife life = standing.newLife();
    if (life != null) {
      notes.add(new StatusNote(Weight.NEWS, life.message(zone, words)));
    }
    return notes;
  }
}

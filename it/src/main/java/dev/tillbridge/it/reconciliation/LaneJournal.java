package dev.tillbridge.it.reconciliation;

import dev.tillbridge.it.lane.JournalLine;
import java.util.List;

/** All a register's journal holds, as the register tells it. */
public record LaneJournal(String lane, long epoch, List<JournalLine> lines) {

  public LaneJournal {
    lines = List.copyOf(lines);
  }
}

package dev.tillbridge.it.powercut;

import dev.tillbridge.model.journal.EntryHash;
import java.util.Optional;

/** What a {@link RingingRegister} tells on its standard output, one line each. */
sealed interface Told {

  String line();

  /** The broker runs, in this life and with this key. */
  record Started(long epoch, String key) implements Told {
    @Override
    public String line() {
      return "STARTED " + epoch + " " + key;
    }
  }

  /** An entry found in the journal. */
  record Kept(long sequence, EntryHash hash, EntryHash previous) implements Told {
    @Override
    public String line() {
      return "KEPT " + sequence + " " + hash + " " + previous;
    }
  }

  /** All kept entries were told. */
  record Checked() implements Told {
    @Override
    public String line() {
      return "CHECKED";
    }
  }

  /** An entry is about to be appended. */
  record Asked(long sequence, EntryHash hash) implements Told {
    @Override
    public String line() {
      return "ASKED " + sequence + " " + hash;
    }
  }

  /** The journal has handed the entry back as appended: a lane would print the receipt now. */
  record Acknowledged(long sequence, EntryHash hash) implements Told {
    @Override
    public String line() {
      return "ACKNOWLEDGED " + sequence + " " + hash;
    }
  }

  /** The broker did not start, or an append failed. */
  record Failed(String message) implements Told {
    @Override
    public String line() {
      return "FAILED " + message;
    }
  }

  /** The broker was closed in order. */
  record Ended() implements Told {
    @Override
    public String line() {
      return "ENDED";
    }
  }

  /** Empty for anything else, such as a library's greeting or a line cut off in the middle. */
  static Optional<Told> parse(String line) {
    String[] word = line.split(" ", 4);
    return switch (word[0]) {
      case "STARTED" -> Optional.of(new Started(Long.parseLong(word[1]), word[2]));
      case "KEPT" ->
          Optional.of(
              new Kept(Long.parseLong(word[1]), new EntryHash(word[2]), new EntryHash(word[3])));
      case "CHECKED" -> Optional.of(new Checked());
      case "ASKED" -> Optional.of(new Asked(Long.parseLong(word[1]), new EntryHash(word[2])));
      case "ACKNOWLEDGED" ->
          Optional.of(new Acknowledged(Long.parseLong(word[1]), new EntryHash(word[2])));
      case "FAILED" -> Optional.of(new Failed(line.substring("FAILED ".length())));
      case "ENDED" -> Optional.of(new Ended());
      default -> Optional.empty();
    };
  }
}

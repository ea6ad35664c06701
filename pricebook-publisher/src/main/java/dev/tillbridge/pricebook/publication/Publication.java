package dev.tillbridge.pricebook.publication;

import dev.tillbridge.model.pricebook.Manifest;
import java.util.List;

/** What came of publishing a book. */
public sealed interface Publication {

  /** It is at HQ's broker, durable, and on its way to the registers. */
  record Published(Manifest manifest, int added, int changed, int gone) implements Publication {}

  /** It is the book published last; no new version was made. */
  record Unchanged(Manifest manifest) implements Publication {}

  /** It breaks the rules of a book; nothing was published. */
  record Refused(List<String> problems) implements Publication {

    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** Somebody else published while this book was compared; nothing of this book was published. */
  record Overtaken(long version) implements Publication {}

  /**
   * Somebody else's values came between the parts of a very large publish: the topic's values are
   * not what the manifest seals, so registers keep the book before it until the next publish.
   */
  record Mixed(Manifest manifest) implements Publication {}
}

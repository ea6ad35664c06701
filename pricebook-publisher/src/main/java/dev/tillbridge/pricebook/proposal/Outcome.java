package dev.tillbridge.pricebook.proposal;

import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.publication.Publication;
import java.util.ArrayList;
import java.util.List;

/** What came of a step towards the registers. */
public sealed interface Outcome {

  /**
   * A new version is at HQ's broker, durable, and on its way.
   *
   * @param remarks what else it means, in sentences
   */
  record Published(Manifest manifest, int added, int changed, int gone, List<String> remarks)
      implements Outcome {

    public Published {
      remarks = List.copyOf(remarks);
    }

    /** The same with one more remark. */
    public Published remarking(String remark) {
      List<String> all = new ArrayList<>(remarks);
      all.add(remark);
      return new Published(manifest, added, changed, gone, all);
    }
  }

  /** It is what is published already; no new version was made. */
  record Unchanged(Manifest manifest) implements Outcome {}

  /** The proposal took a step that publishes nothing yet. */
  record Taken(Proposal proposal) implements Outcome {}

  /** It was not done; the reasons say what to do instead. */
  record Refused(List<String> reasons) implements Outcome {

    public Refused {
      reasons = List.copyOf(reasons);
    }

    static Refused because(String reason) {
      return new Refused(List.of(reason));
    }
  }

  /** It was done, or not, but the version at HQ is not usable; the message says what to do. */
  record Spoilt(String problem) implements Outcome {}

  /** The outcome of a publish. */
  static Outcome of(Publication publication, List<String> remarks) {
    return switch (publication) {
      case Publication.Published(Manifest manifest, int added, int changed, int gone) ->
          new Published(manifest, added, changed, gone, remarks);
      case Publication.Unchanged(Manifest manifest) -> new Unchanged(manifest);
      case Publication.Refused(List<String> problems) -> new Refused(problems);
      case Publication.Overtaken(long version) ->
          Refused.because(
              "Somebody else published version %d at the same moment. Nothing was published here: look at pricebook status, then try again."
                  .formatted(version));
      case Publication.Mixed(Manifest manifest) ->
          new Spoilt(
              "Version %d is mixed with somebody else's publish, so no register will take it: they ring on with the book they have. Publish again now."
                  .formatted(manifest.version()));
    };
  }
}

package dev.tillbridge.hq.prices;

import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.model.pricebook.Manifest;
import java.util.List;
import java.util.function.Consumer;

/** The log of all versions ever published, each as its changes to the one before. */
public interface PublishedVersions {

  /** The versions above this one, ascending; the first of them when there are many. */
  List<Published> after(long version);

  /**
   * Hands over what a version changed, values that are gone included, in any order.
   *
   * @throws RuntimeException when the log does not have all of it; nothing may be made of the part
   */
  void changes(long version, Consumer<TopicValue> reader);

  /**
   * A version in the log.
   *
   * @param whole its changes are its whole book, whatever was before
   */
  record Published(Manifest manifest, boolean whole) {}
}

package dev.tillbridge.hq.prices;

import dev.tillbridge.broker.topic.LoggedVersion;
import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.broker.topic.VersionLog;
import java.util.List;
import java.util.function.Consumer;

/** The log of versions at HQ's broker. For one thread; the log stays its owner's to close. */
public final class LoggedVersions implements PublishedVersions {

  private final VersionLog log;

  public LoggedVersions(VersionLog log) {
    this.log = log;
  }

  @Override
  public List<Published> after(long version) {
    return log.versions(version).stream()
        .map(logged -> new Published(logged.manifest(), logged.whole()))
        .toList();
  }

  @Override
  public void changes(long version, Consumer<TopicValue> reader) {
    LoggedVersion logged =
        log.versions(version - 1).stream()
            .filter(found -> found.version() == version)
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("Version " + version + " has left the log."));
    log.changes(logged).forEach(reader);
  }
}

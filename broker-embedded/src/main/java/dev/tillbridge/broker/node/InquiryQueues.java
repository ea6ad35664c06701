package dev.tillbridge.broker.node;

import dev.tillbridge.broker.access.Addresses;
import java.time.Duration;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * Where questions and answers wait at a broker: never on disk; what nobody fetched in time is gone,
 * by this broker's clock alone.
 */
final class InquiryQueues {

  /** How long a question waits for who answers it, and an answer for who asked. */
  static final Duration LIFE = Duration.ofSeconds(10);

  /** Questions, and answers, waiting for one; with one more the oldest is gone. */
  static final int WAITING_MAX = 500;

  /** What questions of one to one, and answers to one, take; a further one is refused. */
  static final long BYTES_MAX = 16L * 1024 * 1024;

  private InquiryQueues() {}

  /** Adds those of all who are asked there, and who ask. */
  static void addTo(Configuration configuration, NodeSettings settings) {
    configuration.addAddressSetting(Addresses.QUESTIONS_OF_ALL, limits());
    configuration.addAddressSetting(Addresses.ANSWERS_OF_ALL, limits());
    for (Asked asked : Asked.at(settings)) {
      String questions = asked.address();
      configuration.addAddressConfiguration(
          address(questions).addQueueConfig(queue(asked.queue(), questions)));
      for (String user : asked.askers()) {
        configuration.addAddressConfiguration(address(Addresses.question(asked.queue(), user)));
      }
    }
    for (String user : Asked.askersAt(settings)) {
      String answers = Addresses.answersTo(user);
      configuration.addAddressConfiguration(
          address(answers).addQueueConfig(queue(answers, answers)));
    }
  }

  private static AddressSettings limits() {
    return new AddressSettings()
        .setExpiryDelay(LIFE.toMillis())
        .setExpiryAddress(SimpleString.of(""))
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL)
        .setMaxSizeBytes(BYTES_MAX);
  }

  private static CoreAddressConfiguration address(String name) {
    return new CoreAddressConfiguration().setName(name).addRoutingType(RoutingType.ANYCAST);
  }

  private static QueueConfiguration queue(String name, String address) {
    return QueueConfiguration.of(name)
        .setAddress(address)
        .setRoutingType(RoutingType.ANYCAST)
        .setDurable(false)
        .setRingSize((long) WAITING_MAX);
  }
}

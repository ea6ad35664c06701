package dev.tillbridge.broker.node;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.neighbour.RecoverUser;
import dev.tillbridge.model.identity.LaneId;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * Who may do what at a broker. Every user has a role of the same name; what is not listed is
 * forbidden.
 */
final class NodeUsers {

  /** The node's own parts; its password is made anew at each start and never leaves the process. */
  static final String LOCAL = "local";

  /** Who publishes price books at HQ. */
  static final String PUBLISHER = "publisher";

  /** The role of all who are asked here; an answer to nothing that was asked is dropped. */
  private static final String ANSWERER = "answerer";

  private final SecurityConfiguration users = new SecurityConfiguration();
  private final Map<String, Set<Role>> permissions = new HashMap<>();
  private final Credentials local;

  NodeUsers(NodeSettings settings) {
    local = new Credentials(LOCAL, randomPassword());
    add(local);
    allow("#", everything(LOCAL));
    switch (settings.role()) {
      case REGISTER -> neighbours(settings);
      case STORE -> lanes(settings);
      case HQ -> {
        lanes(settings);
        stores(settings);
        add(settings.credentials(PUBLISHER));
        publishing(send(PUBLISHER));
        publishing(browse(PUBLISHER));
      }
    }
    inquiries(settings);
    // The most specific match counts alone, so the local user is named at each.
    permissions.values().forEach(roles -> roles.add(everything(LOCAL)));
  }

  private void neighbours(NodeSettings settings) {
    for (LaneId lane : settings.neighbourhood().neighbourOf()) {
      add(settings.neighbourCredentials(lane));
      allow(Addresses.keptFor(lane), send(lane.toString()));
      allow(Addresses.keptFor(lane), browse(RecoverUser.NAME));
    }
    if (!settings.neighbourhood().neighbourOf().isEmpty()) {
      allow(Addresses.JOURNAL, send(RecoverUser.NAME));
    }
  }

  /** Lets the user of the recover command in. */
  void allowRecovery(Credentials recover) {
    add(recover);
  }

  private void lanes(NodeSettings settings) {
    for (LaneId lane : settings.lanes()) {
      add(settings.credentials(lane.toString()));
      allow(Addresses.ticketsOf(lane), send(lane.toString()));
      topics(browse(lane.toString()));
      allow(Addresses.CLOCK, send(lane.toString()));
      allow(Addresses.CLOCK, browse(lane.toString()));
    }
  }

  private void stores(NodeSettings settings) {
    for (String store : settings.stores()) {
      add(settings.credentials(store));
      allow(Addresses.ticketsOfStore(store), send(store));
      topics(browse(store));
      canary(browse(store));
    }
  }

  private void topics(Role role) {
    prices(role);
    allow(Addresses.WATERMARKS, role);
    allow(Addresses.SHARED, role);
    allow(Addresses.SHARED_NEWEST, role);
  }

  /** Everybody asks under its own name, reads what it was asked, and its own answers alone. */
  private void inquiries(NodeSettings settings) {
    for (Asked asked : Asked.at(settings)) {
      asked.askers().forEach(user -> allow(Addresses.question(asked.queue(), user), send(user)));
      if (asked.answerer() != null) {
        users.addRole(asked.answerer(), ANSWERER);
        allow(asked.address(), consume(asked.answerer()));
      }
    }
    for (String user : Asked.askersAt(settings)) {
      allow(Addresses.answersTo(user), consume(user));
      allow(Addresses.answersTo(user), send(ANSWERER));
    }
  }

  private void prices(Role role) {
    allow(Addresses.PRICES, role);
    allow(Addresses.PRICES_MANIFEST, role);
  }

  private void canary(Role role) {
    allow(Addresses.PRICES_CANARY, role);
    allow(Addresses.PRICES_CANARY_MANIFEST, role);
  }

  private void publishing(Role role) {
    prices(role);
    canary(role);
    allow(Addresses.PRICES_VERSIONS, role);
  }

  private void add(Credentials user) {
    users.addUser(user.user(), user.password());
    users.addRole(user.user(), user.user());
  }

  private void allow(String address, Role role) {
    permissions.computeIfAbsent(address, key -> new HashSet<>()).add(role);
  }

  Credentials local() {
    return local;
  }

  Map<String, Set<Role>> permissions() {
    return permissions;
  }

  ActiveMQSecurityManager securityManager() {
    return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
  }

  static String randomPassword() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static Role send(String name) {
    return role(name, true, false, false, false);
  }

  private static Role browse(String name) {
    return role(name, false, false, true, false);
  }

  private static Role consume(String name) {
    return role(name, false, true, false, false);
  }

  private static Role everything(String name) {
    return role(name, true, true, true, true);
  }

  private static Role role(
      String name, boolean send, boolean consume, boolean browse, boolean all) {
    return new Role(name, send, consume, all, all, all, all, all, browse, all, all, all, all);
  }
}

package dev.tillbridge.it.browser;

import static org.awaitility.Awaitility.await;

import dev.tillbridge.it.browser.LivingTill.Deed;
import dev.tillbridge.it.chain.ChainFolder;
import dev.tillbridge.it.chain.OneRegister;
import dev.tillbridge.it.chain.SignOns;
import dev.tillbridge.it.chromium.Chromium;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page is sent only what differs from what it shows. Whatever it missed, it has to look like one
 * that is loaded now. {@code -Dtillbridge.living.seed=7} walks another way.
 */
@Tag("browser")
@Tag("drill")
class LivingTillTest {

  /** Each disturbance comes so often, in an order the seed decides. */
  private static final int ROUNDS = 2;

  /** So many changes missed are more than the register remembers. */
  private static final int LONG_SLEEP = 20;

  private static final List<String> PRICED = List.of("A1", "B2", "C3");

  private static final List<BookValue> PRICES =
      List.of(
          new BookValue.TaxCategory(
              "STANDARD", new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.INCLUSIVE)),
          item("A1", "White lantern", "2.55"),
          item("B2", "Enamel mug", "6.80"),
          item("C3", "Napkins", "1.20"));

  @TempDir private Path folder;
  private final long seed = Long.getLong("tillbridge.living.seed", 1);
  private final Random chance = new Random(seed);
  private final List<String> done = new ArrayList<>();

  @Test
  @Timeout(180)
  void aPageShowsWhatOneLoadedNowShowsWhateverItMissed() throws IOException {
    try (Chromium chromium = Chromium.startOrSkip();
        OneRegister chain = OneRegister.below(folder.resolve("chain"), new SecureRandom())) {
      chain.publish(PRICES);
      limitClerks();
      start(chain);
      try (LivingTill till =
          new LivingTill(chromium.browser(), chain.page(), chain.signOns().clerk())) {
        walk(till, chain);
      }
    }
  }

  private void walk(LivingTill till, OneRegister chain) {
    Map<String, Runnable> disturbances = disturbances(till, chain.signOns());
    List<String> order = new ArrayList<>(List.of("killed and started again"));
    for (int round = 0; round < ROUNDS; round++) {
      order.addAll(disturbances.keySet());
    }
    disturbances.put(order.getFirst(), () -> isKilledAndStartedAgain(till, chain));
    Collections.shuffle(order, chance);
    for (String disturbance : order) {
      done.add(disturbance);
      try {
        Objects.requireNonNull(disturbances.get(disturbance)).run();
        till.showsWhatIs();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(
            "Seed %d, after%n%s%n%s".formatted(seed, String.join("\n", done), e.getMessage()), e);
      }
    }
  }

  private Map<String, Runnable> disturbances(LivingTill till, SignOns people) {
    Map<String, Runnable> all = new TreeMap<>();
    all.put("none", () -> till.does(deed()));
    all.put("work in another tab", () -> till.elsewhere(deed()));
    all.put("answer lost", () -> till.losesTheAnswerTo(deed()));
    all.put("answer after another's change", () -> till.isAnsweredAfter(deed(), deed()));
    all.put("command after another's change", () -> till.isHeardAfter(deed(), deed()));
    all.put(
        "two commands at once",
        () -> {
          rings(till);
          till.doesAtOnce(scan(), scan());
        });
    all.put(
        "loaded again with a command under way",
        () -> {
          till.does(deed());
          till.isLoadedAgain();
        });
    all.put("left and come back to", till::isLeftAndComeBackTo);
    all.put(
        "a sleep",
        () -> {
          sleepThrough(till);
          till.isAwake();
        });
    all.put(
        "a command out of a sleep",
        () -> {
          sleepThrough(till);
          till.does(deed());
          till.isAwake();
        });
    all.put(
        "another person",
        () -> {
          till.signsOn(people.manager());
          till.elsewhere(deed());
          till.showsWhatIs();
          till.isLoadedAgain(); // with the session of who signed on
        });
    all.put(
        "payments opened during a command",
        () -> {
          rings(till);
          if (till.canOpen("payments")) {
            till.opensDuring("payments", scan());
          }
        });
    all.put(
        "something else to approve",
        () -> {
          rings(till);
          till.does(discount("20%"));
          till.showsWhatIs();
          if (till.canOpen("approve")) {
            till.opens("approve");
            till.elsewhere(discount("30%"));
          }
        });
    return all;
  }

  /** A ticket of one line, whatever there was before. */
  private void rings(LivingTill till) {
    till.does(new Deed("/lane/void", Map.of()));
    till.does(scan());
    till.showsWhatIs();
  }

  private void sleepThrough(LivingTill till) {
    till.sleeps();
    for (int i = chance.nextInt(LONG_SLEEP); i >= 0; i--) {
      till.elsewhere(deed());
    }
  }

  /** Revisions are counted anew, and somebody signs on in another tab before the page notices. */
  private void isKilledAndStartedAgain(LivingTill till, OneRegister chain) {
    till.sleeps();
    chain.register().kill();
    start(chain);
    till.signsOn(chain.signOns().clerk());
    till.elsewhere(scan());
    till.isAwake();
  }

  /** So that there is something to approve. */
  private void limitClerks() throws IOException {
    Path settings =
        new ChainFolder(folder.resolve("chain")).registerSettings(ChainFolder.register(0));
    String all = Files.readString(settings);
    Files.writeString(
        settings, all.replace("discount.limit.clerk = 100", "discount.limit.clerk = 10"));
  }

  private Deed deed() {
    Deed deed = anyDeed();
    done.add("  " + deed);
    return deed;
  }

  private Deed anyDeed() {
    String line = "/lane/line/" + (1 + chance.nextInt(3));
    return switch (chance.nextInt(18)) {
      case 0 -> new Deed(line + "/void", Map.of());
      case 1 -> new Deed(line + "/quantity", Map.of("quantity", "" + (1 + chance.nextInt(5))));
      case 2 -> new Deed(line + "/price", Map.of("price", "2.00", "reason", "Shelf price"));
      case 3 -> new Deed(line + "/discount", Map.of("discount", "10%", "reason", "Damaged"));
      case 4 -> new Deed("/lane/void", Map.of());
      case 5 -> new Deed("/documents/hold", Map.of("label", ""));
      case 6 -> new Deed("/lane/tender/cash", Map.of("amount", "exact"));
      case 7 -> new Deed("/lane/tender/cash", Map.of("amount", "0.50"));
      case 8 -> new Deed("/lane/kind", Map.of("kind", "RETURN", "reason", "Damaged"));
      case 9 -> new Deed("/lane/reference", Map.of("reference", "R" + chance.nextInt(100)));
      case 10 -> new Deed("/lane/payment/card", Map.of("amount", "9999"));
      default -> scan();
    };
  }

  private static Deed discount(String off) {
    return new Deed("/lane/discount", Map.of("discount", off, "reason", "Damaged"));
  }

  private Deed scan() {
    return new Deed("/lane/scan", Map.of("code", PRICED.get(chance.nextInt(PRICED.size()))));
  }

  private static BookValue item(String code, String name, String price) {
    return new BookValue.Item(code, name, Money.parse("GBP " + price), "STANDARD", List.of());
  }

  private static void start(OneRegister chain) {
    chain.register().launch();
    chain.register().awaitReady(Duration.ofSeconds(90));
    try (Register lane = new Register(chain.page())) {
      await().atMost(Duration.ofSeconds(60)).until(() -> hasBook(lane));
    }
  }

  private static boolean hasBook(Register lane) {
    try {
      return lane.state().book() != null;
    } catch (LaneGone e) {
      return false;
    }
  }
}

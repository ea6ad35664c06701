package dev.tillbridge.it.demo;

import dev.tillbridge.devices.simulated.SimulatedJposXml;
import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.chain.SignOns;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.it.link.LinkCutter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;

/** The demo for people: everything runs until Ctrl-C, and the links can be cut by a word. */
final class Interactive {

  /** Where a person stands at the register, and no recorded tickets are rung: the usual limits. */
  private static final Map<String, String> LIMITS_OF_A_SHOP =
      Map.of("discount.limit.clerk", "", "return.without.receipt", "");

  private final Path folder;
  private final Path samplePrices;
  private final Path sampleTaxes;
  private final Path samplePromotions;
  private final Ports ports;

  /**
   * @param config the project's folder of samples
   */
  Interactive(Path folder, Path config, Ports ports) {
    this.folder = folder;
    this.samplePrices = config.resolve("sample-prices.csv").toAbsolutePath();
    this.sampleTaxes = config.resolve("sample-taxes.csv").toAbsolutePath();
    this.samplePromotions = config.resolve("sample-promotions.yaml").toAbsolutePath();
    this.ports = ports;
  }

  /** Returns when somebody wrote {@code stop}; on Ctrl-C the JVM's end stops everything. */
  void run() throws IOException {
    System.out.println("Starting HQ, the store server and two registers ...");
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> System.out.println("Stopping everything ...")));
    try (Chain chain =
        Chain.provision(
            folder,
            ports,
            ports.withRegisters(register -> LIMITS_OF_A_SHOP),
            Chain.REGISTER_MAIN,
            SimulatedJposXml.USUAL_LINE_TIME,
            new SecureRandom())) {
      chain.start();
      publishIfNone(chain);
      chain.startPriceDesk();
      System.out.print(welcome(chain));
      obey(chain);
    }
  }

  private void publishIfNone(Chain chain) throws IOException {
    if (!hasBook(chain)) {
      if (!Files.exists(samplePrices)) {
        throw new IOException("The sample price book " + samplePrices + " is missing.");
      }
      chain.publish(samplePrices, "--tax-file", sampleTaxes.toString());
      chain.pricebook("import", "--terms", samplePromotions.toString());
      chain.pricebook("publish", "1", "--now");
    }
  }

  private static boolean hasBook(Chain chain) {
    try (Register register = new Register(chain.registerPages().getFirst())) {
      return register.state().book() != null;
    } catch (LaneGone e) {
      throw new IllegalStateException(
          "The first register was ready and does not answer: " + e.getMessage(), e);
    }
  }

  private String welcome(Chain chain) {
    SignOns people = chain.signOns();
    return """

    Register 1   %s   clerk: operator %s, PIN %s
    Register 2   %s   manager: operator %s, PIN %s (either at both)
    HQ           %s   name %s, password %s (manager: %s, %s)
    Price desk   %s   name %s, password %s (second person: %s, %s)

    Write "cut" and Enter to cut the registers' links, "pull" to let packets vanish silently,
    "mend" to join them again, "stop" or Ctrl-C to stop everything. Data: %s

    """
        .formatted(
            chain.registerPages().get(0),
            people.clerk().id(),
            people.clerk().secret(),
            chain.registerPages().get(1),
            people.manager().id(),
            people.manager().secret(),
            chain.hqPage(),
            people.accountant().id(),
            people.accountant().secret(),
            people.hqManager().id(),
            people.hqManager().secret(),
            chain.priceDeskPage(),
            people.priceAdmin().id(),
            people.priceAdmin().secret(),
            people.secondPriceAdmin().id(),
            people.secondPriceAdmin().secret(),
            folder.toAbsolutePath().normalize());
  }

  private static void obey(Chain chain) throws IOException {
    BufferedReader words =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String word = words.readLine();
    while (word != null && !word.strip().equalsIgnoreCase("stop")) {
      obey(chain, word.strip().toLowerCase(Locale.ROOT));
      word = words.readLine();
    }
    if (word == null) {
      waitForTheEnd();
    }
  }

  private static void obey(Chain chain, String word) {
    switch (word) {
      case "cut" -> chain.registerLinks().forEach(LinkCutter::cut);
      case "pull" -> chain.registerLinks().forEach(LinkCutter::silentCut);
      case "mend" -> chain.links().forEach(LinkCutter::restore);
      case "" -> {
        return;
      }
      default -> {
        System.out.println("\"" + word + "\" is none of cut, pull, mend, stop.");
        return;
      }
    }
    chain.links().forEach(link -> System.out.println("  " + link));
  }

  /** Without a console there are no words: only a signal ends it. */
  private static void waitForTheEnd() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

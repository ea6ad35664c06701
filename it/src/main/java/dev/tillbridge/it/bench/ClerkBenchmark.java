package dev.tillbridge.it.bench;

import dev.tillbridge.it.chain.OneRegister;
import dev.tillbridge.it.chain.SignOns;
import dev.tillbridge.it.chromium.LocalChromium;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.LaneState;
import dev.tillbridge.it.lane.Register;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/** What a clerk waits for at a real register's screen in a real browser, linked and not. */
final class ClerkBenchmark implements Benchmark {

  private static final int SALES = 200;
  private static final int WARM_UP_SALES = 50;
  private static final int SEARCHES = 60;
  private static final int FILES = 300;
  private static final int LONG_TICKETS = 3;
  private static final int LONG_TICKET_LINES = 200;
  private static final int JOURNAL_TICKETS = 10_000;
  private static final int STARTS = 3;
  private static final int STRIDE = 7_919;

  private final Samples scans = new Samples();
  private final Samples tenders = new Samples();
  private final Samples scansUnlinked = new Samples();
  private final Samples tendersUnlinked = new Samples();
  private final Samples longTicket = new Samples();
  private final Samples searches = new Samples();
  private final Samples files = new Samples();
  private int item;

  @Override
  public String question() {
    return "what does a clerk wait for, with 100,000 items, and after 10,000 tickets?";
  }

  @Override
  public Figures run(Path folder) throws Exception {
    Path browser =
        LocalChromium.executable()
            .orElseThrow(() -> new IllegalStateException(LocalChromium.MISSING));
    SecureRandom random = new SecureRandom();
    try (OneRegister chain = OneRegister.below(folder.resolve("chain"), random);
        LocalChromium chromium = LocalChromium.start(browser)) {
      chain.publish(ClerkBook.values());
      RegisterProcess register = new RegisterProcess(chain.register(), chain.page());
      register.start(lane -> isReady(lane, 0));
      Samples ready = new Samples();
      for (int i = 0; i < STARTS; i++) {
        register.program().stop();
        ready.add(register.start(lane -> isReady(lane, 0)));
      }
      int interactions;
      try (ClerkScreen screen =
          ClerkScreen.signedOn(chromium.browser(), chain.page(), chain.signOns().clerk())) {
        screen.openDrawer();
        interactions = atTheScreen(screen, chain);
      }
      double rssStart = register.residentMib();
      ringTo(chain, JOURNAL_TICKETS / 2);
      double rssHalf = register.residentMib();
      long recorded = ringTo(chain, JOURNAL_TICKETS);
      double rssEnd = register.residentMib();
      Samples restart = new Samples();
      for (int i = 0; i < STARTS; i++) {
        register.program().kill();
        restart.add(register.start(lane -> isReady(lane, recorded)));
      }
      return figures(ready, restart, rssStart, rssHalf, rssEnd, interactions);
    }
  }

  private int atTheScreen(ClerkScreen screen, OneRegister chain) {
    sell(screen, WARM_UP_SALES, new Samples(), new Samples());
    screen.interactions();
    sell(screen, 1, scans, tenders);
    int interactions = screen.interactions();
    sell(screen, SALES, scans, tenders);
    for (int i = 0; i < SEARCHES; i++) {
      screen.search(ClerkBook.asked(next()), searches);
    }
    for (int i = 0; i < FILES; i++) {
      files.add(screen.staticFile());
    }
    chain.link().silentCut();
    sell(screen, SALES, scansUnlinked, tendersUnlinked);
    chain.link().restore();
    for (int i = 0; i < LONG_TICKETS; i++) {
      sellMuch(screen);
    }
    return interactions;
  }

  private void sellMuch(ClerkScreen screen) {
    for (int line = 1; line <= LONG_TICKET_LINES; line++) {
      long took = screen.scan(ClerkBook.code(next()));
      if (line > LONG_TICKET_LINES / 2) {
        longTicket.add(took);
      }
    }
    screen.takeExactCash();
  }

  private void sell(ClerkScreen screen, int sales, Samples scanned, Samples tendered) {
    for (int sale = 0; sale < sales; sale++) {
      for (int line = 0; line < 3; line++) {
        scanned.add(screen.scan(ClerkBook.code(next())));
      }
      tendered.add(screen.takeExactCash());
    }
  }

  private int next() {
    item = (item + STRIDE) % ClerkBook.ITEMS;
    return item;
  }

  /** Rings by the register's web contract until its journal has so many entries. */
  private long ringTo(OneRegister chain, long entries) throws LaneGone {
    try (Register lane = new Register(chain.page())) {
      SignOns.Person clerk = chain.signOns().clerk();
      LaneState state =
          accepted(lane.command("/sign-on", Map.of("operator", clerk.id(), "pin", clerk.secret())));
      while (state.journal().sequence() < entries) {
        accepted(lane.command("/lane/scan", Map.of("code", ClerkBook.code(next()))));
        state = accepted(lane.command("/lane/tender/cash", Map.of("amount", "exact")));
      }
      return state.journal().sequence();
    }
  }

  private static LaneState accepted(LaneState state) {
    if (state.refusal() != null) {
      throw new IllegalStateException("The register refused: " + state.refusal());
    }
    return state;
  }

  /** With its book, and everything it had recorded. */
  private static boolean isReady(LaneState lane, long recorded) {
    return lane.book() != null
        && lane.book().items() >= ClerkBook.ITEMS
        && lane.journal().sequence() >= recorded;
  }

  private Figures figures(
      Samples ready,
      Samples restart,
      double rssStart,
      double rssHalf,
      double rssEnd,
      int interactions) {
    return new Figures()
        .add("scan_p99_ms", scans.percentileMs(0.99), 1, "Enter to the line shown (reach: 50)")
        .add("scan_unlinked_p99_ms", scansUnlinked.percentileMs(0.99), 1, "the same, link cut")
        .add("scan_p50_ms", scans.medianMs(), 1, "the middle one")
        .add(
            "scan_200_lines_p99_ms",
            longTicket.percentileMs(0.99),
            1,
            "lines 101 to 200 of a ticket (reach: 50)")
        .add("tender_p99_ms", tenders.percentileMs(0.99), 1, "key to change due (reach: 100)")
        .add("tender_unlinked_p99_ms", tendersUnlinked.percentileMs(0.99), 1, "the same, link cut")
        .add("search_p99_ms", searches.percentileMs(0.99), 1, "letter to the list (reach: 100)")
        .add(
            "static_file_p99_ms",
            files.percentileMs(0.99),
            1,
            "yardstick: a small file fetched by the same page")
        .add("static_file_p50_ms", files.medianMs(), 1, "the middle one")
        .add("ready_ms", ready.medianMs(), 0, "process start to a lane with its book (reach: 3000)")
        .add(
            "restart_10k_ms",
            restart.medianMs(),
            0,
            "the same after SIGKILL with " + JOURNAL_TICKETS + " entries (reach: 5000)")
        .add("rss_start_mb", rssStart, 0, "resident before the 10,000 tickets")
        .add("rss_half_mb", rssHalf, 0, "resident after half of them")
        .add("rss_end_mb", rssEnd, 0, "resident after them")
        .add(
            "interactions_common_sale",
            interactions,
            0,
            "three scans and the key for exact cash (reach: 4)");
  }
}

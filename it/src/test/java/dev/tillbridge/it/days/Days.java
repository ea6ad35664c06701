package dev.tillbridge.it.days;

import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The days of one seed: who does what at which lane, and what goes wrong meanwhile. */
final class Days {

  /** Last deeds told of a seed that fails. */
  private static final int TOLD_MAX = Integer.getInteger("tillbridge.days.told", 40);

  /** Something a clerk does, as often as its weight says. */
  private record Deed(int weight, String name, Function<Register, Outcome> what) {}

  final Store store = new Store();
  final Map<String, Integer> done = new TreeMap<>();
  private final Chance chance;
  private final Drawers drawers;
  private final Upkeep upkeep;
  private final List<Deed> deeds = new ArrayList<>();
  private final int weights;
  private final Deque<String> told = new ArrayDeque<>();
  private int number;

  Days(long seed) {
    chance = new Chance(seed);
    drawers = new Drawers(store, chance);
    upkeep = new Upkeep(store, chance);
    everyDeed();
    add(1, "training", afterTheTicket(this::train));
    weights = deeds.stream().mapToInt(Deed::weight).sum();
  }

  private void everyDeed() {
    Selling selling = new Selling(store, chance);
    add(24, "scan", selling::scan);
    add(2, "scan at a price", selling::scanAtAPrice);
    add(2, "quantity", selling::quantity);
    add(2, "void line", selling::voidLine);
    add(2, "price", selling::price);
    add(3, "discount", selling::discount);
    add(2, "back to sale", selling::backToSale);
    add(2, "blind return", selling::blindReturn);
    add(5, "bring back", selling::bringBack);
    add(1, "add customer", selling::addCustomer);
    add(1, "edit customer", selling::editCustomer);
    add(2, "choose customer", selling::chooseCustomer);
    Paying paying = new Paying(store, chance);
    add(12, "exact cash", paying::exactCash);
    add(6, "cash", paying::cash);
    add(3, "foreign cash", paying::foreignCash);
    add(6, "card", paying::card);
    add(3, "terminal", paying::terminal);
    add(1, "code", paying::code);
    add(1, "give up call", paying::giveUpCall);
    add(3, "look", paying::look);
    add(2, "acquirer", paying::acquirer);
    add(4, "sell stored value", paying::sellStoredValue);
    add(1, "without charge", paying::withoutCharge);
    add(5, "redeem", paying::redeem);
    add(4, "refund to stored value", paying::refundToStoredValue);
    add(3, "give back", paying::giveBack);
    add(1, "void ticket", paying::voidTicket);
    Promises promises = new Promises(store, chance);
    add(6, "begin document", promises::begin);
    add(5, "pay on document", afterTheTicket(promises::pay));
    add(5, "pick up", afterTheTicket(promises::pickUp));
    add(3, "cancel", afterTheTicket(promises::cancel));
    add(3, "recall", afterTheTicket(promises::recall));
    add(4, "take over", promises::takeOver);
    add(1, "sign off", drawers::signOff);
    add(2, "approve", drawers::approve);
    add(3, "move cash", drawers::moveCash);
    add(1, "no sale", drawers::openWithoutSale);
    add(1, "reading", drawers::reading);
    add(1, "set aside", afterTheTicket(drawers::setAside));
    add(1, "hand over", afterTheTicket(drawers::handOver));
    add(1, "close", afterTheTicket(drawers::close));
    add(1, "offsite", afterTheTicket(drawers::goOffsite));
    add(2, "restart", upkeep::restart);
    add(2, "checkpoint", upkeep::checkpoint);
    add(1, "purge", upkeep::purge);
    add(1, "new life", upkeep::newLife);
    add(1, "price book", upkeep::priceBook);
    add(1, "night", upkeep::night);
  }

  /** Mostly the ticket in hand is paid first, so that something else can begin. */
  private Function<Register, Outcome> afterTheTicket(Function<Register, Outcome> what) {
    return at -> {
      if (!at.lane.view().ticket().isEmpty() && !chance.oneIn(4)) {
        at.lane.tenderExactCash();
      }
      return what.apply(at);
    };
  }

  private void add(int weight, String name, Function<Register, Outcome> what) {
    deeds.add(new Deed(weight, name, what));
  }

  /** One deed, in whatever goes wrong with it. */
  void step() {
    number++;
    Register at = chance.of(store.registers);
    Disk disk = at.disk;
    store.clock.advance(Duration.ofSeconds(1 + chance.below(90)));
    String trouble = chance.oneIn(12) ? upkeep.trouble(at) : "";
    Deed deed = drawn();
    try {
      drawers.ready(at);
      told(at, deed.name() + trouble, deed.what().apply(at));
    } catch (PowerCut cut) {
      tell("%d %s %s%s -> power cut".formatted(number, at, deed.name(), trouble));
      at.restart();
    }
    disk.calm();
  }

  private Deed drawn() {
    int left = chance.below(weights);
    for (Deed deed : deeds) {
      left -= deed.weight();
      if (left < 0) {
        return deed;
      }
    }
    throw new IllegalStateException("The weights do not add up.");
  }

  /** A while of practice; it ends as it should, or by a power cut. */
  private Outcome train(Register at) {
    at.disk.calm();
    Training training = new Training(at);
    Outcome begun = training.begin();
    if (begun instanceof Outcome.Refused) {
      return begun;
    }
    for (int i = chance.below(30); i > 0; i--) {
      drawers.ready(at);
      Deed deed = deeds.get(chance.below(Upkeep.PRACTISED));
      told(at, "practise " + deed.name(), deed.what().apply(at));
    }
    return training.end(chance.oneIn(4));
  }

  private void told(Register at, String what, Outcome outcome) {
    if (outcome instanceof Outcome.Refused(var why, var view)) {
      tell("%d %s %s -> %s".formatted(number, at, what, why.message()));
    } else {
      done.merge(what.replaceAll(" \\[.*", ""), 1, Integer::sum);
      tell("%d %s %s: %s".formatted(number, at, what, shown(outcome.view())));
    }
  }

  private static String shown(LaneView view) {
    LaneView.Open ticket = view.ticket();
    return "%d lines, %d payments, due %s"
        .formatted(ticket.lines().size(), ticket.tenders().size(), ticket.due());
  }

  private void tell(String line) {
    told.add(line);
    if (told.size() > TOLD_MAX) {
      told.removeFirst();
    }
  }

  /** The last deeds, one a line. */
  String lastDeeds() {
    return String.join("\n", told);
  }

  /** Nothing is in doubt, under way or waiting for the acquirer any more. */
  void settle() {
    store.acquirer.setOutage(false);
    store.acquirer.clearScript();
    for (Register each : store.registers) {
      upkeep.settle(each);
    }
  }
}

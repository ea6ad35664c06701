package dev.tillbridge.register.screen;

import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.returns.BringBack;
import dev.tillbridge.register.returns.ReturnChoice;
import dev.tillbridge.register.returns.ReturnRefusal;
import dev.tillbridge.register.returns.SoldTicket;
import dev.tillbridge.register.returns.SoldTickets;
import dev.tillbridge.register.words.DoneWord;
import io.javalin.config.RoutesConfig;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Goods that come back by receipt. */
final class ReturnRoutes {

  private final Lane lane;
  private final SoldTickets tickets;

  ReturnRoutes(Lane lane, SoldTickets tickets) {
    this.lane = lane;
    this.tickets = tickets;
  }

  void addTo(RoutesConfig routes, LaneCommands commands) {
    commands.add(routes, "/lane/return", this::bringBack, DoneWord.GOODS_BACK);
  }

  /** Fields: receipt, reason, and q1, q2, ... or all. */
  private Outcome bringBack(FormValues form) {
    String number = form.text("receipt");
    Optional<SoldTicket> sold = tickets.find(number);
    if (sold.isEmpty()) {
      throw new FormValues.NotUnderstood(
          new ReturnRefusal.NotFoundHere(number, lane.view().lane().toString()));
    }
    return lane.carryOut(
        new BringBack(
            sold.get().ticket(), quantities(form, sold.get().ticket()), form.text("reason")));
  }

  private SortedMap<Integer, BigDecimal> quantities(FormValues form, Ticket ticket) {
    SortedMap<Integer, BigDecimal> quantities = new TreeMap<>();
    boolean all = form.text("all").equals("yes");
    for (ReturnChoice choice :
        ReturnChoice.of(ticket, lane.view().ticket().lines(), lane.state().open())) {
      String typed = form.text("q" + choice.line().number());
      if (all && choice.left().signum() > 0) {
        quantities.put(choice.line().number(), choice.left());
      } else if (!all && !typed.isEmpty()) {
        quantities.put(choice.line().number(), form.quantity("q" + choice.line().number()));
      }
    }
    return quantities;
  }
}

package dev.tillbridge.register.function;

import static dev.tillbridge.register.function.TillFunction.Place.CASH;
import static dev.tillbridge.register.function.TillFunction.Place.LEGEND;
import static dev.tillbridge.register.function.TillFunction.Place.MENU;
import static dev.tillbridge.register.function.TillFunction.Place.TABS;

import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.function.TillFunction.Place;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.words.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All functions of the till, in the order in which they are shown. */
public final class TillFunctions {

  private static final Predicate<LaneView> ALWAYS = view -> true;
  private static final Predicate<LaneView> LINES = view -> !view.ticket().lines().isEmpty();
  private static final Predicate<LaneView> ASKED = view -> view.asked() != null;
  private static final Predicate<LaneView> RUNG = view -> !view.ticket().isEmpty();
  private static final Predicate<LaneView> UNPAID = view -> view.ticket().tenders().isEmpty();
  private static final Predicate<LaneView> DRAWER = view -> view.drawer() != null;
  private static final Predicate<LaneView> LAST = view -> view.last() != null;

  public static final List<TillFunction> ALL =
      List.of(
          panel("menu", FunctionGroup.SALE, Word.MENU, "F1", TABS, ALWAYS),
          panel("favourites", FunctionGroup.SALE, Word.FAVOURITES, "+", TABS, ALWAYS),
          panel("search", FunctionGroup.SALE, Word.SEARCH, "/", TABS, ALWAYS),
          deed("quantity", FunctionGroup.SALE, Word.QUANTITY, "F2", LEGEND, LINES),
          deed("void-line", FunctionGroup.SALE, Word.VOID_LINE, "F3", LEGEND, LINES),
          deed("price", FunctionGroup.SALE, Word.PRICE, "F4", LEGEND, LINES),
          deed("discount", FunctionGroup.SALE, Word.DISCOUNT, "F5", LEGEND, LINES),
          deed("ticket-discount", FunctionGroup.TICKET, Word.OFF_TICKET, "Shift+F5", LEGEND, LINES),
          deed("coupon", FunctionGroup.TICKET, Word.COUPON, "F11", LEGEND, LINES),
          deed("group", FunctionGroup.CUSTOMER, Word.CUSTOMER_GROUP, "Shift+F11", LEGEND, LINES),
          new TillFunction(
              "returns",
              FunctionGroup.TICKET,
              view -> returning(view) ? Word.BACK_TO_SALE : Word.RETURN,
              "F6",
              DRAWER.and(UNPAID),
              LEGEND,
              true),
          deed("void-ticket", FunctionGroup.TICKET, Word.VOID_TICKET, "F7", LEGEND, RUNG),
          new TillFunction(
              "cash",
              FunctionGroup.TICKET,
              view -> view.ticket().due().isNegative() ? Word.PAY_OUT : Word.CASH,
              "F8",
              RUNG,
              CASH,
              false),
          deed("reprint", FunctionGroup.TICKET, Word.REPRINT, "F9", LEGEND, LAST),
          panel("x-reading", FunctionGroup.DRAWER, Word.X_AND_DRAWER, "F10", LEGEND, DRAWER),
          new TillFunction(
              "sign-off",
              FunctionGroup.PEOPLE,
              view -> LINES.test(view) ? Word.MANAGER : Word.SIGN_OFF,
              "F12",
              ALWAYS,
              LEGEND,
              false),
          panel("cash-moved", FunctionGroup.DRAWER, Word.MOVE_CASH, "", MENU, DRAWER),
          panel("no-sale", FunctionGroup.DRAWER, Word.NO_SALE, "", MENU, DRAWER),
          panel("count", FunctionGroup.DRAWER, Word.COUNT_AND_CLOSE, "", MENU, DRAWER),
          panel("drawers", FunctionGroup.DRAWER, Word.DRAWERS, "", MENU, ALWAYS),
          deed("print-x", FunctionGroup.DRAWER, Word.PRINT_X, "", MENU, DRAWER),
          panel("journal", FunctionGroup.DRAWER, Word.JOURNAL, "", MENU, ALWAYS),
          panel("approve", FunctionGroup.PEOPLE, Word.APPROVE, "Shift+F12", LEGEND, ASKED),
          deed("lock", FunctionGroup.PEOPLE, Word.LOCK, "", MENU, ALWAYS),
          deed("sound", FunctionGroup.DEVICES, Word.SOUNDS, "", MENU, ALWAYS),
          deed("theme", FunctionGroup.DEVICES, Word.LIGHT_OR_DARK, "", MENU, ALWAYS),
          panel("payments", FunctionGroup.TICKET, Word.PAYMENTS, "Shift+F9", CASH, RUNG),
          deed("hold", FunctionGroup.DOCUMENTS, Word.HOLD, "Shift+F7", LEGEND, LINES.and(UNPAID)),
          panel("documents", FunctionGroup.DOCUMENTS, Word.DOCUMENTS, "Shift+F6", LEGEND, DRAWER),
          panel("customers", FunctionGroup.CUSTOMER, Word.CUSTOMER, "", MENU, DRAWER.and(UNPAID)),
          panel("gift", FunctionGroup.SALE, Word.GIFT_CERTIFICATE, "", MENU, DRAWER.and(UNPAID)),
          deed("weigh", FunctionGroup.SALE, Word.WEIGH, "", MENU, LINES),
          panel("value", FunctionGroup.TICKET, Word.STORED_VALUE, "", MENU, DRAWER),
          deed("gift-receipt", FunctionGroup.TICKET, Word.GIFT_RECEIPT, "", MENU, LAST),
          panel("offsite", FunctionGroup.SALE, Word.EVENT, "", MENU, ALWAYS),
          panel("training", FunctionGroup.PEOPLE, Word.TRAINING, "", MENU, ALWAYS));

  /** On a register without real devices. */
  public static final TillFunction SIMULATED =
      panel("simulated", FunctionGroup.DEVICES, Word.SIMULATED_DEVICES, "Shift+F1", MENU, ALWAYS);

  private TillFunctions() {}

  private static TillFunction panel(
      String name,
      FunctionGroup group,
      Word label,
      String key,
      Place place,
      Predicate<LaneView> possible) {
    return new TillFunction(name, group, view -> label, key, possible, place, true);
  }

  private static TillFunction deed(
      String name,
      FunctionGroup group,
      Word label,
      String key,
      Place place,
      Predicate<LaneView> possible) {
    return new TillFunction(name, group, view -> label, key, possible, place, false);
  }

  private static boolean returning(LaneView view) {
    return view.ticket().kind() == TicketKind.RETURN;
  }

  public static List<TillFunction> in(Place place) {
    return ALL.stream().filter(function -> function.place() == place).toList();
  }

  /** The menu's pages; a group without functions has none. */
  public static Map<FunctionGroup, List<TillFunction>> menu(boolean simulated) {
    Map<FunctionGroup, List<TillFunction>> menu = new LinkedHashMap<>();
    for (FunctionGroup group : FunctionGroup.values()) {
      List<TillFunction> functions =
          all(simulated).stream()
              .filter(function -> function.group() == group && !function.name().equals("menu"))
              .toList();
      if (!functions.isEmpty()) {
        menu.put(group, functions);
      }
    }
    return menu;
  }

  /** The function that opens the panel of this name. */
  public static Optional<TillFunction> panel(String name, boolean simulated) {
    return all(simulated).stream()
        .filter(function -> function.panel() && function.name().equals(name))
        .findFirst();
  }

  public static List<TillFunction> all(boolean simulated) {
    return simulated ? Stream.concat(ALL.stream(), Stream.of(SIMULATED)).toList() : ALL;
  }
}

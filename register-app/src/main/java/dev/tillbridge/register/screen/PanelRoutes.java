package dev.tillbridge.register.screen;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.register.customer.CardRefusal;
import dev.tillbridge.register.customer.CustomerSearch;
import dev.tillbridge.register.drawer.Denominations;
import dev.tillbridge.register.drawer.XReading;
import dev.tillbridge.register.function.TillFunctions;
import dev.tillbridge.register.search.Hits;
import dev.tillbridge.register.search.OwnItems;
import dev.tillbridge.screens.page.Screens;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The panels of the work area: {@code /panel/NAME} is the template {@code panel/NAME.jte}, given
 * the lane's view and the words. Nothing here changes anything.
 */
final class PanelRoutes {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Screens screens;
  private final ScreenParts parts;
  private final boolean simulated;

  /** What a panel's template is given besides, by the panel's name. */
  private final Map<String, Function<Context, Map<String, Object>>> more;

  PanelRoutes(Screens screens, ScreenParts parts, TillView view) {
    this.screens = screens;
    this.parts = parts;
    this.simulated = parts.simulated() != null;
    this.more =
        Map.ofEntries(
            Map.entry("count", ctx -> count()),
            Map.entry("x-reading", ctx -> Map.of("openedAt", openedAt())),
            Map.entry("drawers", ctx -> Map.of("aside", parts.lane().state().open().aside())),
            Map.entry(
                "journal",
                ctx ->
                    Map.of(
                        "rows", JournalRow.newest(parts.journal(), parts.zone(), parts.words()))),
            Map.entry("menu", ctx -> Map.of("menu", TillFunctions.menu(simulated))),
            Map.entry("simulated", ctx -> Map.of("counter", view.counter())),
            Map.entry("favourites", ctx -> Map.of("pages", favourites())),
            Map.entry("search", ctx -> Map.of("found", found(ctx))),
            Map.entry(
                "payments",
                ctx -> Map.of("pay", PaymentsView.of(parts.lane(), parts.cards(), parts.words()))),
            Map.entry("documents", ctx -> Map.of("documents", documents(ctx))),
            Map.entry("returns", ctx -> Map.of("receipt", receipt(ctx))),
            Map.entry("value", ctx -> Map.of("value", value(ctx))),
            Map.entry("offsite", ctx -> offsite()),
            Map.entry(
                "customers",
                ctx ->
                    Map.of(
                        "query",
                        Query.of(ctx, "q"),
                        "found",
                        customers(ctx),
                        "edited",
                        parts.desks().customers().known(Query.of(ctx, "edit")),
                        "card",
                        card(ctx))));
  }

  void addTo(RoutesConfig routes) {
    routes.get("/panel/{name}", this::panel);
  }

  private Map<String, Object> count() {
    DrawerSession session = parts.lane().state().session();
    return Map.of(
        "denominations",
        Denominations.of(parts.lane().currency()),
        "foreign",
        session == null
            ? List.of()
            : session.besides().foreign().stream()
                .map(money -> money.getCurrencyUnit().getCode())
                .toList());
  }

  private String openedAt() {
    XReading reading = parts.lane().view().reading();
    return reading == null ? "" : TIME.format(reading.openedAt().atZone(parts.zone()));
  }

  private List<FavouriteKeys> favourites() {
    Shelf shelf = shelf();
    Stream<FavouriteKeys> own = events(shelf).stream().filter(page -> !page.tiles().isEmpty());
    Stream<FavouriteKeys> usual =
        parts.favourites().pages(shelf::item).stream()
            .map(page -> FavouriteKeys.of(page, shelf, parts.words()));
    return Stream.concat(own, usual).toList();
  }

  private static Optional<FavouriteKeys> events(Shelf shelf) {
    return Optional.ofNullable(shelf.event()).map(event -> FavouriteKeys.of(event, shelf));
  }

  private Map<String, Object> offsite() {
    return Map.of(
        "tiles",
        events(shelf()).map(FavouriteKeys::tiles).orElse(List.of()),
        "today",
        parts.lane().standing().nextBusinessDate());
  }

  private OpenDocumentsView documents(Context ctx) {
    parts.desks().documents().others().lookAround();
    return OpenDocumentsView.of(parts, Query.of(ctx, "q"));
  }

  private ReceiptPanel receipt(Context ctx) {
    return ReceiptPanel.of(
        Query.of(ctx, "receipt"),
        parts.desks().receipts(),
        parts.lane(),
        parts.zone(),
        parts.words());
  }

  private ValuePanel value(Context ctx) {
    return ValuePanel.of(Query.of(ctx, "balance"), parts);
  }

  private List<Customer> customers(Context ctx) {
    return parts.desks().customers().find(Query.of(ctx, "q"), CustomerSearch.SHOWN_MAX);
  }

  /** The card whose customer is looked for: the page's own, or the one that was just swiped. */
  private String card(Context ctx) {
    return CustomerCard.number(Query.of(ctx, "card"))
        .or(() ->
            parts.lane().view().refused() instanceof CardRefusal.NobodyHas(String number)
                ? Optional.of(number)
                : Optional.empty())
        .orElse("");
  }

  private FoundItems found(Context ctx) {
    Shelf shelf = shelf();
    String typed = Query.typed(ctx, "q");
    String masked = Query.of(ctx, "q");
    String asked = !masked.equals(typed) && shelf.item(typed).isPresent() ? typed : masked;
    Hits hits = parts.search().find(asked, FoundItems.ITEMS_MAX);
    OffsiteEvent event = parts.lane().view().event();
    return FoundItems.of(
        asked, OwnItems.before(hits, asked, event, FoundItems.ITEMS_MAX), shelf, parts.words());
  }

  private Shelf shelf() {
    Duration offset = parts.delivery().get().clockOffset();
    Instant now = parts.clock().instant().plus(offset == null ? Duration.ZERO : offset);
    return new Shelf(
        parts.books().current(),
        parts.lane().view().lane().store(),
        LocalDateTime.ofInstant(now, parts.zone()),
        parts.lane().view().event(),
        parts.words());
  }

  private void panel(Context ctx) {
    String name = ctx.pathParam("name");
    if (TillFunctions.panel(name, simulated).isEmpty()) {
      ctx.status(404).result("There is no panel of this name.");
      return;
    }
    Map<String, Object> model = new HashMap<>();
    model.put("view", parts.lane().view());
    model.put("words", parts.words());
    model.putAll(more.getOrDefault(name, none -> Map.of()).apply(ctx));
    screens.fragment(ctx, "panel/" + name + ".jte", model);
  }
}

package dev.tillbridge.hq.web;

import dev.tillbridge.hq.database.BooksAway;
import dev.tillbridge.screens.page.NavGroup;
import dev.tillbridge.screens.page.NavItem;
import dev.tillbridge.screens.page.NavLink;
import dev.tillbridge.screens.page.Page;
import dev.tillbridge.screens.page.Screens;
import dev.tillbridge.screens.signon.Person;
import dev.tillbridge.screens.signon.SignOn;
import gg.jte.Content;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The frame around HQ's pages, and how a page is put into it. */
final class Frame {

  private static final String PLACE = "Headquarters";
  private static final String STYLE = "/static/hq.css";

  private final Screens screens = new Screens("dev.tillbridge.hq.templates");
  private final SignOn signOn;
  private final Desk desk;

  Frame(SignOn signOn, Desk desk) {
    this.signOn = signOn;
    this.desk = desk;
  }

  /** Answers with a page; {@code section} is the path of its place in the navigation. */
  void show(
      Context ctx, String title, String section, String template, Map<String, Object> parameters) {
    Page page =
        Page.of(title, PLACE, signOn.session(ctx), nav(section))
            .withStatus(status())
            .withStyles(STYLE);
    screens.page(ctx, page, template, parameters);
  }

  void fragment(Context ctx, String template, Map<String, Object> parameters) {
    screens.fragment(ctx, template, parameters);
  }

  /** What the status bar says now, around which it refreshes itself. */
  Content status() {
    return screens.content("status.jte", Map.of("status", StatusLine.of(desk)));
  }

  void statusFragment(Context ctx) {
    StatusLine status = StatusLine.of(desk);
    Long open = waitingThere();
    if (open == null) {
      fragment(ctx, "status-text.jte", Map.of("status", status));
    } else {
      fragment(ctx, "status-news.jte", Map.of("status", status, "open", open));
    }
  }

  Page bare(Context ctx, String title) {
    return Page.bare(title, PLACE, signOn.session(ctx));
  }

  /** Who is signed on. */
  Person person(Context ctx) {
    return signOn.person(ctx);
  }

  /** What this session's forms carry. */
  String csrf(Context ctx) {
    return signOn.session(ctx).csrf();
  }

  /** How many exceptions wait for a human; null while the database cannot say. */
  private @Nullable Long waitingThere() {
    try {
      return desk.exceptions().open();
    } catch (BooksAway e) {
      return null;
    }
  }

  private List<NavItem> nav(String section) {
    return List.of(
        link("Sales", "/", section),
        link("Stream", StreamPage.SECTION, section),
        new NavLink(
            "Exceptions",
            ExceptionsPage.SECTION,
            section.equals(ExceptionsPage.SECTION),
            waitingThere()),
        link("Trial balance", TrialBalancePage.SECTION, section),
        link("Prices", PricesPage.SECTION, section),
        new NavGroup(
            "Look up",
            List.of(
                link("Tickets", TicketsPage.SECTION, section),
                link("Documents", DocumentsPage.SECTION, section),
                link("Stored value", PeoplePages.STORED_VALUE, section),
                link("Customers", PeoplePages.CUSTOMERS, section),
                link("Events", EventsPage.SECTION, section))));
  }

  private static NavLink link(String text, String path, String section) {
    return new NavLink(text, path, section.equals(path));
  }
}

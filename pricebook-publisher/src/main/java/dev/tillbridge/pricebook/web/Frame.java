package dev.tillbridge.pricebook.web;

import dev.tillbridge.screens.page.NavLink;
import dev.tillbridge.screens.page.Page;
import dev.tillbridge.screens.page.Screens;
import dev.tillbridge.screens.signon.Person;
import dev.tillbridge.screens.signon.SignOn;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** The frame around the pages, and how a page is put into it. */
final class Frame {

  private static final String PLACE = "Price book";

  private final Screens screens = new Screens("dev.tillbridge.pricebook.templates");
  private final News news = new News();
  private final SignOn signOn;

  Frame(SignOn signOn) {
    this.signOn = signOn;
  }

  /** Answers with a page; {@code section} is the path of its place in the navigation. */
  void show(
      Context ctx, String title, String section, String template, Map<String, Object> parameters) {
    Page page =
        Page.of(title, PLACE, signOn.session(ctx), nav(section))
            .withStyles("/static/pricebook.css")
            .withScripts("/static/pricebook.js");
    screens.page(
        ctx,
        page,
        "with-news.jte",
        Map.of(
            "news",
            news.take(signOn.session(ctx).id()),
            "content",
            screens.content(template, parameters)));
  }

  void fragment(Context ctx, String template, Map<String, Object> parameters) {
    screens.fragment(ctx, template, parameters);
  }

  Page bare(Context ctx, String title) {
    return Page.bare(title, PLACE, signOn.session(ctx));
  }

  /** Says on the session's next page what came of a step. */
  void news(Context ctx, List<String> sentences) {
    news.put(signOn.session(ctx).id(), sentences);
  }

  Person person(Context ctx) {
    return signOn.person(ctx);
  }

  String csrf(Context ctx) {
    return signOn.session(ctx).csrf();
  }

  private static List<NavLink> nav(String section) {
    return List.of(
        link("Status", StatusPage.SECTION, section),
        link("Proposals", ProposalsPage.SECTION, section),
        link("New proposal", NewProposalPage.SECTION, section),
        link("Versions", VersionsPage.SECTION, section),
        link("Emergency price", ChangePage.SECTION, section));
  }

  private static NavLink link(String text, String href, String section) {
    return new NavLink(text, href, section.equals(href));
  }
}

package dev.tillbridge.screens.page;

import dev.tillbridge.screens.signon.Session;
import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around a screen shows.
 *
 * @param title of the browser's tab
 * @param place where this is, for example {@code Headquarters}
 * @param kind CSS classes of the body
 * @param status line of the status bar, null for none
 * @param styles paths of stylesheets besides the shared one
 * @param scripts paths of scripts besides htmx
 * @param language of its words, as a language tag
 */
public record Page(
    String title,
    String place,
    String kind,
    Session session,
    List<? extends NavItem> nav,
    @Nullable Content status,
    List<String> styles,
    List<String> scripts,
    String language) {

  private static final String ENGLISH = "en";
  private static final String BARE = "bare";

  public Page {
    nav = List.copyOf(nav);
    styles = List.copyOf(styles);
    scripts = List.copyOf(scripts);
  }

  /** A page with header and navigation. */
  public static Page of(String title, String place, Session session, List<? extends NavItem> nav) {
    return new Page(title, place, "framed", session, nav, null, List.of(), List.of(), ENGLISH);
  }

  /** A page without header and navigation. */
  public static Page bare(String title, String place, Session session) {
    return new Page(title, place, BARE, session, List.of(), null, List.of(), List.of(), ENGLISH);
  }

  /** With one more CSS class on the body. */
  public Page withKind(String more) {
    return new Page(
        title, place, kind + " " + more, session, nav, status, styles, scripts, language);
  }

  /** Whether header and navigation are left out. */
  public boolean isBare() {
    return kind.startsWith(BARE);
  }

  public Page withStatus(Content line) {
    return new Page(title, place, kind, session, nav, line, styles, scripts, language);
  }

  public Page withStyles(String... paths) {
    return new Page(title, place, kind, session, nav, status, List.of(paths), scripts, language);
  }

  public Page withScripts(String... paths) {
    return new Page(title, place, kind, session, nav, status, styles, List.of(paths), language);
  }

  /** In another language than English. */
  public Page withLanguage(String tag) {
    return new Page(title, place, kind, session, nav, status, styles, scripts, tag);
  }
}

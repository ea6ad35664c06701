package dev.tillbridge.screens.page;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a page's navigation.
 *
 * @param current true for the page being shown
 * @param waiting how much waits there for a human, null when nothing ever does
 */
public record NavLink(String text, String href, boolean current, @Nullable Long waiting)
    implements NavItem {

  public NavLink(String text, String href, boolean current) {
    this(text, href, current, null);
  }
}

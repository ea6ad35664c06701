package dev.tillbridge.screens.page;

import java.util.List;

/** Links of one kind behind one word, which unfolds them. */
public record NavGroup(String text, List<NavLink> links) implements NavItem {

  public NavGroup {
    links = List.copyOf(links);
  }

  /** Whether one of them leads to the page being shown. */
  public boolean current() {
    return links.stream().anyMatch(NavLink::current);
  }
}

package dev.tillbridge.screens.page;

/**
 * An entry of a page's navigation.
 *
 * @param current true for the page being shown
 */
public record NavLink(String text, String href, boolean current) {}

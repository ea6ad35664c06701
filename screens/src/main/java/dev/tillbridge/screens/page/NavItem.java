package dev.tillbridge.screens.page;

/** What stands in a page's navigation. */
public sealed interface NavItem permits NavLink, NavGroup {}

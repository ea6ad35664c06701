package dev.tillbridge.it.pictures;

import dev.tillbridge.it.page.TillPage;

/** Something a clerk does, and its pictures. It leaves the till signed on, without a ticket. */
interface Task {

  /** As the guide calls it. */
  String name();

  void perform(Shop shop, TillPage till, Photographer photos);
}

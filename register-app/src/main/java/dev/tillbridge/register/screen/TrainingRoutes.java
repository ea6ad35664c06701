package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import io.javalin.config.RoutesConfig;

/** Into training and back. */
final class TrainingRoutes {

  private final Lane lane;
  private final Words words;

  TrainingRoutes(ScreenParts parts) {
    this.lane = parts.lane();
    this.words = parts.words();
  }

  void addTo(RoutesConfig routes, LaneCommands commands) {
    commands.add(
        routes,
        "/training/begin",
        form -> lane.beginTraining(),
        v -> words.of(Word.TRAINING_BEGUN));
    commands.add(
        routes, "/training/end", form -> lane.endTraining(), v -> words.of(Word.TRAINING_OVER));
  }
}

package dev.tillbridge.broker.node;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.model.identity.LaneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be asked at a broker.
 *
 * @param queue of the questions
 * @param answerer the user who may read them, null for the broker's own process alone
 * @param askers the users who may ask
 */
record Asked(String queue, @Nullable String answerer, List<String> askers) {

  /** The address their queue is bound to: it matches those of all askers. */
  String address() {
    return queue + ".#";
  }

  /** Everybody who can be asked there. */
  static List<Asked> at(NodeSettings settings) {
    if (settings.role() == Role.REGISTER) {
      return List.of(new Asked(Addresses.questionsTo(settings.lane()), null, askersAt(settings)));
    }
    List<Asked> asked = new ArrayList<>();
    asked.add(new Asked(Addresses.QUESTIONS_TO_HQ, null, askersAt(settings)));
    for (LaneId lane : settings.lanes()) {
      List<String> others =
          settings.lanes().stream()
              .filter(other -> other.store().equals(lane.store()) && !other.equals(lane))
              .map(LaneId::toString)
              .toList();
      asked.add(new Asked(Addresses.questionsTo(lane), lane.toString(), others));
    }
    return asked;
  }

  /** Everybody who may ask there: lanes, and stores for theirs. */
  static List<String> askersAt(NodeSettings settings) {
    List<LaneId> lanes =
        settings.role() == Role.REGISTER
            ? settings.neighbourhood().neighbourOf()
            : settings.lanes();
    return Stream.concat(lanes.stream().map(LaneId::toString), settings.stores().stream()).toList();
  }
}

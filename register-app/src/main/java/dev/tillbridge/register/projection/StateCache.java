package dev.tillbridge.register.projection;

import java.util.Optional;

/** Remembers a recent state, so that a start need not read the whole journal. */
public interface StateCache {

  /** Remembers nothing. */
  StateCache NONE =
      new StateCache() {
        @Override
        public Optional<LaneState> load() {
          return Optional.empty();
        }

        @Override
        public void keep(LaneState state) {}

        @Override
        public void discard(String reason) {}
      };

  /** The state kept last, empty when there is none or it is damaged. */
  Optional<LaneState> load();

  /** Returns at once; the newest state kept is saved in the background. */
  void keep(LaneState state);

  /** Forgets it, because the journal says otherwise, and tells the reason in the log. */
  void discard(String reason);
}

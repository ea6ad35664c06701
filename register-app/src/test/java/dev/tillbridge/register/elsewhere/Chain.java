package dev.tillbridge.register.elsewhere;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Brokers in memory between lanes and HQ, whose links can be cut and whose answers can get lost
 * after the deed was done.
 */
public final class Chain {

  /** Who answers: the asking lane and the inquiry. */
  private final Map<Addressee, BiFunction<LaneId, Inquiry, Answer>> answering = new HashMap<>();

  private final Set<Addressee> off = new HashSet<>();
  private final Set<LaneId> cut = new HashSet<>();
  private int answersToLose;

  /** All that was asked, also what nobody heard. */
  public final List<Inquiry> asked = new ArrayList<>();

  public void answers(Addressee whom, BiFunction<LaneId, Inquiry, Answer> how) {
    answering.put(whom, how);
  }

  public void answers(String lane, BiFunction<LaneId, Inquiry, Answer> how) {
    answers(new Addressee.Lane(LaneId.parse(lane)), how);
  }

  public void hqAnswers(BiFunction<LaneId, Inquiry, Answer> how) {
    answers(new Addressee.Hq(), how);
  }

  /** It hears nothing any more, or again. */
  public void off(Addressee whom, boolean now) {
    if (now) {
      off.add(whom);
    } else {
      off.remove(whom);
    }
  }

  public void off(String lane, boolean now) {
    off(new Addressee.Lane(LaneId.parse(lane)), now);
  }

  /** Its link to the store's broker is cut, or back. */
  public void cut(LaneId lane, boolean now) {
    if (now) {
      cut.add(lane);
    } else {
      cut.remove(lane);
    }
  }

  /** The next answers are lost, after what was asked for was done. */
  public void loseAnswers(int many) {
    answersToLose = many;
  }

  /** The store's broker as a lane reaches it. */
  public Line store(LaneId asker) {
    return new Line() {
      @Override
      public boolean isLinked() {
        return !cut.contains(asker);
      }

      @Override
      public Answer ask(Addressee whom, Inquiry inquiry, Duration wait) throws Unanswered {
        boolean heard =
            isLinked() && !(whom instanceof Addressee.Lane(LaneId lane) && cut.contains(lane));
        return Chain.this.ask(asker, whom, inquiry, heard);
      }
    };
  }

  /** A neighbour's own broker. */
  public Line neighbour(LaneId asker, LaneId neighbour) {
    return new Line() {
      @Override
      public boolean isLinked() {
        return !off.contains(new Addressee.Lane(neighbour));
      }

      @Override
      public Answer ask(Addressee whom, Inquiry inquiry, Duration wait) throws Unanswered {
        return Chain.this.ask(asker, whom, inquiry, isLinked());
      }
    };
  }

  private Answer ask(LaneId asker, Addressee whom, Inquiry inquiry, boolean heard)
      throws Line.Unanswered {
    asked.add(inquiry);
    BiFunction<LaneId, Inquiry, Answer> how = answering.get(whom);
    if (!heard || how == null || off.contains(whom)) {
      throw new Line.Unanswered(whom + " did not answer.");
    }
    Answer answer = how.apply(asker, inquiry);
    if (answersToLose > 0) {
      answersToLose--;
      throw new Line.Unanswered("The answer of " + whom + " was lost.");
    }
    return answer;
  }
}

package dev.tillbridge.register.elsewhere;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import java.util.function.BiFunction;

class ChainTest extends LineContract {

  private final Chain chain = new Chain();

  @Override
  Line line() {
    return chain.store(ASKER);
  }

  @Override
  void answers(Addressee whom, BiFunction<LaneId, Inquiry, Answer> how) {
    chain.answers(whom, how);
  }

  @Override
  void cut() {
    chain.cut(ASKER, true);
  }
}

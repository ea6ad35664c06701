package dev.tillbridge.register.training;

import dev.tillbridge.register.lane.Refusal;

/** Why something about training was not done. */
public sealed interface TrainingRefusal extends Refusal {

  record AlreadyTraining() implements TrainingRefusal {
    @Override
    public String message() {
      return "This register is in training already. End it to begin anew.";
    }
  }

  record NotTraining() implements TrainingRefusal {
    @Override
    public String message() {
      return "This register is not in training: everything here is real.";
    }
  }
}

package dev.tillbridge.register.operator;

/** What a person at a register may decide; the later the more. */
public enum OperatorRole {
  CLERK,
  SUPERVISOR,
  MANAGER
}

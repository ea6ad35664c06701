package dev.tillbridge.it.drill;

import java.time.Duration;

/**
 * One fault of the schedule.
 *
 * @param at since the drill began
 * @param target which link or register, by a number to be taken modulo what there is
 * @param lasting how long it stays: a link down, a program away, a disk full, a clock off
 * @param salt for what the fault itself draws
 */
record Fault(FaultKind kind, Duration at, int target, Duration lasting, long salt) {}

/**
 * The delivery protocol alone, run over seeded schedules of faults in virtual time. Every decision
 * is made by the production rules of {@code model.delivery}; disks, brokers, links and the database
 * are stand-ins that a schedule can cut, lose, restore and crash.
 *
 * <p>Invariant: one seed is one schedule. The same seed runs the same steps on every machine, so a
 * seed that failed once is a permanent test.
 */
@NullMarked
package dev.tillbridge.it.simulator;

import org.jspecify.annotations.NullMarked;

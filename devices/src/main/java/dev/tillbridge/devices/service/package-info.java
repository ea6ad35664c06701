/**
 * What JavaPOS services of ours have in common, whether software or hardware is behind them.
 *
 * <p>Invariant: JavaPOS's rules hold for every control. Open, claim and enable happen in that
 * order; one control at a time holds a claim; events arrive one by one, oldest first, from a thread
 * of the service.
 */
@NullMarked
package dev.tillbridge.devices.service;

import org.jspecify.annotations.NullMarked;

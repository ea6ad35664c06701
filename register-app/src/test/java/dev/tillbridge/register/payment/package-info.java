@NullMarked
package dev.tillbridge.register.payment;

import org.jspecify.annotations.NullMarked;

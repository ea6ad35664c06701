@NullMarked
package dev.tillbridge.hq.inquiry;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.tillbridge.hq.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.tillbridge.screens.web;

import org.jspecify.annotations.NullMarked;

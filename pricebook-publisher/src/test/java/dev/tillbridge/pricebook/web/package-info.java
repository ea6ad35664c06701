@NullMarked
package dev.tillbridge.pricebook.web;

import org.jspecify.annotations.NullMarked;

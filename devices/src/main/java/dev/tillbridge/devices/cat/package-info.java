/**
 * What the CAT control and a service of ours say to each other beyond the standard.
 *
 * <p>JavaPOS has no key, no token and no currency. They travel in AdditionalSecurityInformation,
 * which the standard leaves to application and device.
 */
@NullMarked
package dev.tillbridge.devices.cat;

import org.jspecify.annotations.NullMarked;

/** Carries API requests to the services behind the gateway, and their answers back. */
@NullMarked
package dev.hindsight.gateway.proxy;

import org.jspecify.annotations.NullMarked;

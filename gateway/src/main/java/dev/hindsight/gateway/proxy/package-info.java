/** Sends API requests to the service behind their path, and nothing to it that is not its business. */
@NullMarked
package dev.hindsight.gateway.proxy;

import org.jspecify.annotations.NullMarked;

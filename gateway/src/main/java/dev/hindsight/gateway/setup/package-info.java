/** Puts the parts of the gateway in their order; the only package that knows all others. */
@NullMarked
package dev.hindsight.gateway.setup;

import org.jspecify.annotations.NullMarked;

/** What the operator sets. */
@NullMarked
package dev.hindsight.gateway.setup;

import org.jspecify.annotations.NullMarked;

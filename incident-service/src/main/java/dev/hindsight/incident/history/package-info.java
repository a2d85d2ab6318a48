/** Reads one incident or post-mortem from its own entries, now or as it was known. */
@NullMarked
package dev.hindsight.incident.history;

import org.jspecify.annotations.NullMarked;

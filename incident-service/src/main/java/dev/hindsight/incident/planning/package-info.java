/** What the policy on post-mortems does by itself. */
@NullMarked
package dev.hindsight.incident.planning;

import org.jspecify.annotations.NullMarked;

/** What is asked of the timeline of an incident. */
@NullMarked
package dev.hindsight.incident.timeline;

import org.jspecify.annotations.NullMarked;

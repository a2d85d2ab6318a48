/** Keeps the content of evidence beside the log, and gives back only what is still what was recorded. */
@NullMarked
package dev.hindsight.incident.evidence;

import org.jspecify.annotations.NullMarked;

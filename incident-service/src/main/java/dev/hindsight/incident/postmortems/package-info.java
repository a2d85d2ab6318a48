/** The list of post-mortems, and which of them share contributing factors. */
@NullMarked
package dev.hindsight.incident.postmortems;

import org.jspecify.annotations.NullMarked;

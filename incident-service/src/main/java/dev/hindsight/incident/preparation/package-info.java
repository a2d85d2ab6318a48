/** What is to be ready before a post-mortem meeting starts, computed from the record. */
@NullMarked
package dev.hindsight.incident.preparation;

import org.jspecify.annotations.NullMarked;

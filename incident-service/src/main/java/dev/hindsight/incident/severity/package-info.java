/** Computes from facts which severity a published classification gives them. */
@NullMarked
package dev.hindsight.incident.severity;

import org.jspecify.annotations.NullMarked;

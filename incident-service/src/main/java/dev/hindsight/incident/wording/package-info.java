/** Advice on the wording of what people are about to record. */
@NullMarked
package dev.hindsight.incident.wording;

import org.jspecify.annotations.NullMarked;

/** The state of an incident at any point of its history. */
@NullMarked
package dev.hindsight.folds.incident;

import org.jspecify.annotations.NullMarked;

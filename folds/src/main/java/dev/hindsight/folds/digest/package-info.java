/** A digest at any point of its history. */
@NullMarked
package dev.hindsight.folds.digest;

import org.jspecify.annotations.NullMarked;

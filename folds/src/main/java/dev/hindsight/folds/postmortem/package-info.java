/** The state of a post-mortem at any point of its history. */
@NullMarked
package dev.hindsight.folds.postmortem;

import org.jspecify.annotations.NullMarked;

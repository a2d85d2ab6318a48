/** The policies at any point of their history, and the deadlines that follow from them. */
@NullMarked
package dev.hindsight.folds.policy;

import org.jspecify.annotations.NullMarked;

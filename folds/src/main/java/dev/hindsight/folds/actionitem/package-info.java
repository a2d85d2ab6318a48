/** The state of an action item at any point of its history. */
@NullMarked
package dev.hindsight.folds.actionitem;

import org.jspecify.annotations.NullMarked;

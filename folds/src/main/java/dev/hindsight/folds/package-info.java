/** States as pure functions of what was recorded. */
@NullMarked
package dev.hindsight.folds;

import org.jspecify.annotations.NullMarked;

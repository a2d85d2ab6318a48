/** Who is reminded of an action item, who is told when that does not help, and when. */
@NullMarked
package dev.hindsight.folds.chase;

import org.jspecify.annotations.NullMarked;

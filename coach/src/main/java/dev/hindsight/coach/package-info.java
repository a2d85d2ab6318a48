/** Advice on wording: what sounds like blame, why it matters, how it could be said. */
@NullMarked
package dev.hindsight.coach;

import org.jspecify.annotations.NullMarked;

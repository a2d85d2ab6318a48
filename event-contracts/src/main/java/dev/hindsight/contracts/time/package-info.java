/** When things happened in the world, as exactly as anyone knows. */
@NullMarked
package dev.hindsight.contracts.time;

import org.jspecify.annotations.NullMarked;

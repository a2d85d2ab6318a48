/** Measures what one incident costs, short and long. */
@NullMarked
package dev.hindsight.benchmarks.incident;

import org.jspecify.annotations.NullMarked;

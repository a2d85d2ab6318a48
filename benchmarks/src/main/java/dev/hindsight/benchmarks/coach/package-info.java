/** How well and how fast the coach advises. */
@NullMarked
package dev.hindsight.benchmarks.coach;

import org.jspecify.annotations.NullMarked;

/** Measures the log: appending, following, rebuilding, and what a command costs through the whole system. */
@NullMarked
package dev.hindsight.benchmarks.log;

import org.jspecify.annotations.NullMarked;

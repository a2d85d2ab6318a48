/** Measures the product beside what it is compared with, in one run on one machine. */
@NullMarked
package dev.hindsight.benchmarks;

import org.jspecify.annotations.NullMarked;

/** Measures what lists and figures of very many action items cost, and how soon they tell what was recorded. */
@NullMarked
package dev.hindsight.benchmarks.actionitem;

import org.jspecify.annotations.NullMarked;

/** What is counted and measured, in words. */
@NullMarked
package dev.hindsight.reporting.metric;

import org.jspecify.annotations.NullMarked;

/** What few or many values tell, and what they do not. */
@NullMarked
package dev.hindsight.reporting.statistics;

import org.jspecify.annotations.NullMarked;

/** The report for those who decide about risk. */
@NullMarked
package dev.hindsight.reporting.executive;

import org.jspecify.annotations.NullMarked;

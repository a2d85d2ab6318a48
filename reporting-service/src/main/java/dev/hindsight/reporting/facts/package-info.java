/** Read model: what reports are computed from. */
@NullMarked
package dev.hindsight.reporting.facts;

import org.jspecify.annotations.NullMarked;

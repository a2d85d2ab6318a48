/** Assembles the service. */
@NullMarked
package dev.hindsight.reporting.setup;

import org.jspecify.annotations.NullMarked;

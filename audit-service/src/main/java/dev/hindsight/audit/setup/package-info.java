/** Assembles the service. */
@NullMarked
package dev.hindsight.audit.setup;

import org.jspecify.annotations.NullMarked;

/** Compares what was sealed with what the log says now. */
@NullMarked
package dev.hindsight.audit.verification;

import org.jspecify.annotations.NullMarked;

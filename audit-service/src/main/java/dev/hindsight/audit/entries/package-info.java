/** The log as auditors read it. */
@NullMarked
package dev.hindsight.audit.entries;

import org.jspecify.annotations.NullMarked;

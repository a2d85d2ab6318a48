/** The timeline as it is reviewed in a meeting: with what was known only later marked, or hidden. */
@NullMarked
package dev.hindsight.incident.guard;

import org.jspecify.annotations.NullMarked;

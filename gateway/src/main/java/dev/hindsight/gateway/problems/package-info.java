/** The gateway's own error answers, and a page for each type of problem. */
@NullMarked
package dev.hindsight.gateway.problems;

import org.jspecify.annotations.NullMarked;

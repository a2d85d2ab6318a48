/** Decides what may happen to an incident or a post-mortem, and who may do it. */
@NullMarked
package dev.hindsight.incident.domain;

import org.jspecify.annotations.NullMarked;

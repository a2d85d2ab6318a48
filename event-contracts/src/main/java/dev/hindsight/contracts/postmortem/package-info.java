/** What can happen to a post-mortem. */
@NullMarked
package dev.hindsight.contracts.postmortem;

import org.jspecify.annotations.NullMarked;

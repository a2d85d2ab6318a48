/** What can happen to a policy, and what policies say. */
@NullMarked
package dev.hindsight.contracts.policy;

import org.jspecify.annotations.NullMarked;

/** What can happen to the messages that tell people what was decided about action items. */
@NullMarked
package dev.hindsight.contracts.digest;

import org.jspecify.annotations.NullMarked;

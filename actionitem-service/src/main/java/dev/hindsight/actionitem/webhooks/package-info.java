/** Who is told of events elsewhere, and what these messages are signed with. */
@NullMarked
package dev.hindsight.actionitem.webhooks;

import org.jspecify.annotations.NullMarked;

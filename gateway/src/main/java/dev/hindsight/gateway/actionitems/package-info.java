/** The pages on action items, and the client that reads what they show. */
@NullMarked
package dev.hindsight.gateway.actionitems;

import org.jspecify.annotations.NullMarked;

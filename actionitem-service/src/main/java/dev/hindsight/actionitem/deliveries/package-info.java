/** Tells webhooks of events: what is to be told, to whom it may be, and what came of it. */
@NullMarked
package dev.hindsight.actionitem.deliveries;

import org.jspecify.annotations.NullMarked;

/** The read model of which action items are linked to what elsewhere. */
@NullMarked
package dev.hindsight.actionitem.links;

import org.jspecify.annotations.NullMarked;

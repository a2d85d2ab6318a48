/** The read model behind lists of action items. */
@NullMarked
package dev.hindsight.actionitem.overview;

import org.jspecify.annotations.NullMarked;

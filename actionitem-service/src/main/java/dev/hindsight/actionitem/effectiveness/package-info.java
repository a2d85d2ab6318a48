/** Whether verified items helped: it finds later incidents that share a contributing factor with them. */
@NullMarked
package dev.hindsight.actionitem.effectiveness;

import org.jspecify.annotations.NullMarked;

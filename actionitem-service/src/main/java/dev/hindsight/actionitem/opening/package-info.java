/** Opens an item for everything that was agreed elsewhere, once. */
@NullMarked
package dev.hindsight.actionitem.opening;

import org.jspecify.annotations.NullMarked;

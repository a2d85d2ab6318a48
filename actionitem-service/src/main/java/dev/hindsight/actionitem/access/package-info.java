/** The read model of who may read the incidents that items belong to. */
@NullMarked
package dev.hindsight.actionitem.access;

import org.jspecify.annotations.NullMarked;

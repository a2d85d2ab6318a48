/** Decides what may happen to an action item, and who may do it. */
@NullMarked
package dev.hindsight.actionitem.domain;

import org.jspecify.annotations.NullMarked;

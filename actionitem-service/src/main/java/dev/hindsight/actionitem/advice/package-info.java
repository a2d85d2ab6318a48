/** Advice on how an action item is worded, which hinders nothing. */
@NullMarked
package dev.hindsight.actionitem.advice;

import org.jspecify.annotations.NullMarked;

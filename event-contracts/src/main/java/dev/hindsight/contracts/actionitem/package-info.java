/** What can happen to an action item. */
@NullMarked
package dev.hindsight.contracts.actionitem;

import org.jspecify.annotations.NullMarked;

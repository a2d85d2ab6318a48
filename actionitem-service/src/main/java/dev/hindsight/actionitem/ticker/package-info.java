/** Has action items decide about reminders and escalations when their time has come. */
@NullMarked
package dev.hindsight.actionitem.ticker;

import org.jspecify.annotations.NullMarked;

/** The list of action items as a table for spreadsheets. */
@NullMarked
package dev.hindsight.actionitem.table;

import org.jspecify.annotations.NullMarked;

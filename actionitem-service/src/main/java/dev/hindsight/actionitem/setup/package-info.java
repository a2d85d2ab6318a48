/** Assembles the service. */
@NullMarked
package dev.hindsight.actionitem.setup;

import org.jspecify.annotations.NullMarked;

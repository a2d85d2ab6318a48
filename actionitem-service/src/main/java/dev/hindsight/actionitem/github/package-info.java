/** What GitHub tells of issues that action items are linked to. */
@NullMarked
package dev.hindsight.actionitem.github;

import org.jspecify.annotations.NullMarked;

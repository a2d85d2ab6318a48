/** What every HTTP interface of Hindsight has in common: problems, strict JSON, entity tags, cursors and limits. */
@NullMarked
package dev.hindsight.kit.rest;

import org.jspecify.annotations.NullMarked;

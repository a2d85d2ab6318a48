/** Action items over HTTP. */
@NullMarked
package dev.hindsight.actionitem.rest;

import org.jspecify.annotations.NullMarked;

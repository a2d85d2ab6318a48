/** The API described: one OpenAPI document for all services, and a page to read and try it. */
@NullMarked
package dev.hindsight.gateway.apidocs;

import org.jspecify.annotations.NullMarked;

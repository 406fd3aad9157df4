/** Routes, header names and status texts of the HTTP edge. */
@NullMarked
package io.traitgate.contract.http;

import org.jspecify.annotations.NullMarked;

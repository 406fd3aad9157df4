/** The door of the admin API: its bearer token and its error answers. */
@NullMarked
package io.traitgate.console.admin;

import org.jspecify.annotations.NullMarked;

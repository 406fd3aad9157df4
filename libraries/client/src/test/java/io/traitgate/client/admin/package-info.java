@NullMarked
package io.traitgate.client.admin;

import org.jspecify.annotations.NullMarked;

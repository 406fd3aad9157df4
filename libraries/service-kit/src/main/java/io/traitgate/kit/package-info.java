/** What every service shares on Quarkus; nothing here needs Redis or PostgreSQL, so that the gateway can use it too. */
@NullMarked
package io.traitgate.kit;

import org.jspecify.annotations.NullMarked;

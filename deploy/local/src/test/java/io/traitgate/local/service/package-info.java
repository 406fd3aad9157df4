@NullMarked
package io.traitgate.local.service;

import org.jspecify.annotations.NullMarked;

/** Holds answers against the OpenAPI document of the contract. */
@NullMarked
package io.traitgate.testkit.contract;

import org.jspecify.annotations.NullMarked;

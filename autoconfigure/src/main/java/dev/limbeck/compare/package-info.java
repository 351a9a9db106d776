/**
 * Two schemas in, operations out: what differs between a database and the schema that an
 * application wants, and what to do about it in an order that works, both ways.
 */
@NullMarked
package dev.limbeck.compare;

import org.jspecify.annotations.NullMarked;

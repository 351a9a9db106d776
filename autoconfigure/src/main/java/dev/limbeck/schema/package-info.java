/**
 * What a database looks like: records that are equal by value, and the builders that make
 * them. Operations, the inspector of a live database and target metadata all speak in
 * them.
 */
@NullMarked
package dev.limbeck.schema;

import org.jspecify.annotations.NullMarked;

/**
 * Revisions that are programs; those in SQL are in the folder of the same name among the
 * resources.
 */
@NullMarked
package db.migrations.versions;

import org.jspecify.annotations.NullMarked;

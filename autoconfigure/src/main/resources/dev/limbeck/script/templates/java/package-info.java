/**
 * Revisions of the database.
 */
package @package@;

package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.SequenceOwner;
import dev.limbeck.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * The sequences of the catalog. Those of identity columns are part of the column, and
 * those that {@code serial} makes part of its type.
 */
final class SequenceCatalog {

	private static final String QUERY = """
			SELECT n.nspname, c.relname, format_type(s.seqtypid, NULL) AS type, s.seqstart, s.seqincrement, s.seqmin,
				s.seqmax, s.seqcache, s.seqcycle, d.description,
				CASE WHEN p.deptype = 'a' THEN format('nextval(%L::regclass)', c.oid::regclass) END AS next,
				p.refobjid AS owner, p.refobjsubid AS place, p.deptype = 'i' AS identity, a.attname,
				m.nspname AS ownerschema, t.relname AS ownername
			FROM pg_sequence s
				JOIN pg_class c ON c.oid = s.seqrelid
				JOIN pg_namespace n ON n.oid = c.relnamespace
				LEFT JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
				LEFT JOIN pg_depend p ON p.classid = 'pg_class'::regclass AND p.objid = s.seqrelid
					AND p.refclassid = 'pg_class'::regclass AND p.refobjsubid > 0 AND p.deptype IN ('a', 'i')
				LEFT JOIN pg_class t ON t.oid = p.refobjid
				LEFT JOIN pg_namespace m ON m.oid = t.relnamespace
				LEFT JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid
			WHERE n.nspname = ANY (?::text[]) AND c.oid NOT IN (SELECT e.objid FROM pg_depend e
				WHERE e.refclassid = 'pg_extension'::regclass AND e.classid = 'pg_class'::regclass AND e.deptype = 'e')
			ORDER BY n.nspname, c.relname
			""";

	private final CatalogReader reader;

	private final List<Sequence> independent = new ArrayList<>();

	private final Map<SequenceOwner, Counter> serials = new HashMap<>();

	private final Map<Long, Map<Integer, SequenceOptions>> identities = new HashMap<>();

	private final Map<Long, Map<String, QualifiedName>> counters = new HashMap<>();

	SequenceCatalog(CatalogReader reader, RelationCatalog relations) throws SQLException {
		this.reader = reader;
		for (Counter counter : reader.inSchemas(QUERY, this::counter)) {
			if (counter.identity()) {
				add(counter);
				counts(counter);
				continue;
			}
			if (relations.isLeftOut(counter.owner()) || relations.isLeftOut(counter.sequence().name())) {
				continue;
			}
			Sequence sequence = counter.sequence();
			if (sequence.ownedBy() != null && sequence.options().equals(SequenceOptions.DEFAULTS)
					&& sequence.comment() == null && (!reader.scope().whole() || isNamedBySerial(sequence))) {
				this.serials.put(sequence.ownedBy(), counter);
			}
			else {
				this.independent.add(sequence);
			}
		}
	}

	// As a part of the column it would have the name that the server chooses
	private void add(Counter identity) {
		if (!this.reader.scope().whole() || isNamedBySerial(identity.sequence())) {
			this.identities.computeIfAbsent(identity.owner(), (table) -> new HashMap<>())
				.put(identity.place(), identity.sequence().options());
		}
	}

	boolean isIdentity(long table, int column) {
		return !this.reader.scope().whole() || this.identities.getOrDefault(table, Map.of()).containsKey(column);
	}

	// A name that is too long is cut off, and then it is not worth telling how
	private static boolean isNamedBySerial(Sequence sequence) {
		SequenceOwner owner = sequence.ownedBy();
		return owner != null
				&& sequence.name().equals(owner.table().sibling(owner.table().name() + "_" + owner.column() + "_seq"));
	}

	private Counter counter(ResultSet row) throws SQLException {
		ColumnType type = this.reader.type(row, "type");
		SequenceOwner owner = (row.getString("ownername") != null)
				? new SequenceOwner(this.reader.name(row, "ownerschema", "ownername"), row.getString("attname")) : null;
		Sequence sequence = new Sequence(this.reader.name(row, "nspname", "relname"), type,
				options(row).withoutDefaults(type), owner, row.getString("description"));
		return new Counter(sequence, row.getLong("owner"), row.getInt("place"), row.getBoolean("identity"),
				row.getString("attname"), row.getString("next"));
	}

	private void counts(Counter counter) {
		this.counters.computeIfAbsent(counter.owner(), (table) -> new HashMap<>())
			.put(Objects.requireNonNull(counter.column()), counter.sequence().name());
	}

	/**
	 * Return the sequences that are part of the columns of a table, those of its serial
	 * columns once they were found to be such.
	 * @param table the table
	 * @return the names, by column
	 */
	Map<String, QualifiedName> counters(long table) {
		return this.counters.getOrDefault(table, Map.of());
	}

	private static SequenceOptions options(ResultSet row) throws SQLException {
		return new SequenceOptions(row.getLong("seqstart"), row.getLong("seqincrement"), row.getLong("seqmin"),
				row.getLong("seqmax"), row.getLong("seqcache"), row.getBoolean("seqcycle"));
	}

	// A table outside of the schemas that are read is only referred to
	SequenceOptions identity(long table, int column) {
		return this.identities.getOrDefault(table, Map.of()).getOrDefault(column, SequenceOptions.DEFAULTS);
	}

	Column withSerial(SequenceOwner place, Column column) {
		Counter counter = this.serials.get(place);
		ColumnType type = (counter != null) ? serial(column) : null;
		if (counter == null || type == null || column.nullable() || !column.type().equals(counter.sequence().type())
				|| !(column.serverDefault() instanceof SqlExpression next) || !next.sql().equals(counter.next())) {
			return column;
		}
		this.serials.remove(place);
		counts(counter);
		return new Column(column.name(), type, false, null, null, null, null, column.comment());
	}

	private static @Nullable ColumnType serial(Column column) {
		return switch (column.type().toString()) {
			case "smallint" -> ColumnType.parse("smallserial");
			case "integer" -> ColumnType.parse("serial");
			case "bigint" -> ColumnType.parse("bigserial");
			default -> null;
		};
	}

	List<Sequence> sequences() {
		List<Sequence> sequences = new ArrayList<>(this.independent);
		this.serials.values().forEach((counter) -> sequences.add(counter.sequence()));
		sequences.sort((one, other) -> one.name().toString().compareTo(other.name().toString()));
		return sequences;
	}

	/**
	 * A sequence, and what else there is to know about it.
	 *
	 * @param sequence the sequence
	 * @param owner the table that it is dropped with, or 0
	 * @param place the number of the column that it is dropped with, or 0
	 * @param identity whether that is an identity column
	 * @param column its name, if there is one
	 * @param next the expression that counts it on, if it has an owner of its own
	 */
	private record Counter(Sequence sequence, long owner, int place, boolean identity, @Nullable String column,
			@Nullable String next) {

	}

}

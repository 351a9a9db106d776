package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.limbeck.dialect.FurtherObject;
import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the catalog for which there are no operations.
 */
final class FurtherCatalog {

	private final CatalogReader reader;

	private final RelationCatalog relations;

	private final ObjectCatalog objects;

	private final List<FurtherObject> all = new ArrayList<>();

	FurtherCatalog(CatalogReader reader, RelationCatalog relations, ObjectCatalog objects) throws SQLException {
		this.reader = reader;
		this.relations = relations;
		this.objects = objects;
		for (FurtherKind kind : FurtherKind.values()) {
			reader.inSchemas(kind.query(), (row) -> add(kind, row));
		}
	}

	List<FurtherObject> all() {
		return this.all;
	}

	// What belongs to a table that is left out is left out with it
	private boolean add(FurtherKind kind, ResultSet row) throws SQLException {
		long relation = row.getLong("relation");
		Relation table = this.relations.kept().get(relation);
		if (relation != 0 && table == null) {
			return false;
		}
		if (kind == FurtherKind.SCHEMA_COMMENT && !row.getString("name").equals(this.reader.scope().defaultSchema())) {
			return false;
		}
		QualifiedName name = (row.getString("schema") != null) ? this.reader.name(row, "schema", "name")
				: QualifiedName.of(row.getString("name"));
		QualifiedName part = (table != null) ? QualifiedName.of(name.name()) : name;
		ObjectAddress address = new ObjectAddress(kind.address(), name, Objects.toString(row.getString("part"), ""));
		if (kind.address() == Kind.FURTHER) {
			address = new ObjectAddress(Kind.FURTHER, name,
					kind.words() + " " + name.name() + ((table != null) ? " of " + table.name() : ""));
		}
		this.objects.put(row.getLong("class"), row.getLong("object"), address);
		return this.all
			.add(new FurtherObject(address, kind.rank(), kind.words(), part, (table != null) ? table.name() : null,
					row.getString("creation"), row.getString("removal"), clause(kind, row)));
	}

	private FurtherObject.@Nullable Clause clause(FurtherKind kind, ResultSet row) throws SQLException {
		String clause = (kind == FurtherKind.DOMAIN_CONSTRAINT) ? row.getString("clause") : null;
		return (clause != null) ? new FurtherObject.Clause(
				ObjectAddress.of(Kind.TYPE, this.reader.name(row, "schema", "domain")), clause) : null;
	}

}

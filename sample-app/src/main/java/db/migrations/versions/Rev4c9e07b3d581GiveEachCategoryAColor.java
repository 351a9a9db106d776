package db.migrations.versions;

import java.util.List;

import dev.limbeck.operation.Operations;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.Revision;

import static dev.limbeck.schema.ColumnTypes.character;

/**
 * Charts show categories side by side, so the hues of those that there are are spread
 * evenly, which takes a little arithmetic.
 */
@Revision(id = "4c9e07b3d581", downRevision = "d6381fb97e02", message = "give each category a color",
		createDate = "2026-11-24T09:12:40Z")
class Rev4c9e07b3d581GiveEachCategoryAColor implements MigrationScript {

	@Override
	public void upgrade(Operations op) {
		op.addColumn("categories", "color", character(7), (color) -> color.notNull().serverDefault("'#808080'"));
		if (op.context().isOffline()) {
			op.execute("UPDATE categories SET color = '#' || substr(md5(name), 1, 6)");
			return;
		}
		List<Long> categories = op.context()
			.jdbcClient()
			.sql("SELECT id FROM categories ORDER BY id")
			.query(Long.class)
			.list();
		for (int i = 0; i < categories.size(); i++) {
			String color = color(2 * Math.PI * i / categories.size());
			op.execute("UPDATE categories SET color = ? WHERE id = ?", color, categories.get(i));
		}
	}

	@Override
	public void downgrade(Operations op) {
		op.dropColumn("categories", "color");
	}

	private static String color(double hue) {
		return "#%02x%02x%02x".formatted(part(hue), part(hue + 2 * Math.PI / 3), part(hue + 4 * Math.PI / 3));
	}

	private static int part(double angle) {
		return (int) Math.round(128 + 100 * Math.cos(angle));
	}

}

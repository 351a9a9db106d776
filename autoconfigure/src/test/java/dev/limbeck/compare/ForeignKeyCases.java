package dev.limbeck.compare;

import java.util.stream.Stream;

/**
 * Foreign keys.
 */
final class ForeignKeyCases {

	private ForeignKeyCases() {
	}

	static Stream<MatrixCase> all() {
		return Stream.of(foreignKeys()).flatMap((part) -> part);
	}

	private static Stream<MatrixCase> foreignKeys() {
		return Stream.of(MatrixCase.change("H41", "a foreign key",
				"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int)",
				"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
				"+ foreign key t.fk"),
				MatrixCase.change("H41", "another table",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES q)",
						"~ foreign key t.fk"),
				MatrixCase.change("H41", "other columns",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (y) REFERENCES p)",
						"~ foreign key t.fk"),
				MatrixCase.change("H41", "two columns",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x, y) REFERENCES p (a, b))",
						"+ foreign key t.fk"),
				MatrixCase.same("H42", "another name",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT other FOREIGN KEY (x) REFERENCES p)"),
				MatrixCase.with(ComparisonOptions.DEFAULTS.withForeignKeyNames(), MatrixCase.oneWay("H42",
						"another name, if that counts",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT other FOREIGN KEY (x) REFERENCES p)",
						"> foreign key t.fk")),
				MatrixCase.with(ComparisonOptions.DEFAULTS.withForeignKeyNames(), MatrixCase.oneWay("H42",
						"another name, if that counts, and what it refers to changes",
						"CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (x int CONSTRAINT fk REFERENCES p)",
						"CREATE TABLE p (a text PRIMARY KEY); CREATE TABLE t (x text CONSTRAINT other REFERENCES p)",
						"~ column p.a", "~ column t.x", "> foreign key t.fk", "~ foreign key t.fk")),
				MatrixCase.change("H43", "on delete cascade",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p ON DELETE CASCADE)",
						"~ foreign key t.fk"),
				MatrixCase.change("H43", "on delete set null",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p ON DELETE SET NULL)",
						"~ foreign key t.fk"),
				MatrixCase.change("H43", "on delete restrict",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p ON DELETE RESTRICT)",
						"~ foreign key t.fk"),
				MatrixCase.change("H43", "on delete set default",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p ON DELETE SET DEFAULT)",
						"~ foreign key t.fk"),
				MatrixCase.since(15, MatrixCase.change("H43", "on delete set null for one column",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x, y) REFERENCES p (a, b) ON DELETE SET NULL)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x, y) REFERENCES p (a, b) ON DELETE SET NULL (y))",
						"~ foreign key t.fk")),
				MatrixCase.change("H43", "on update cascade",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p ON UPDATE CASCADE)",
						"~ foreign key t.fk"),
				MatrixCase.change("H43", "deferrable",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p DEFERRABLE)",
						"~ foreign key t.fk"),
				MatrixCase.change("H43", "initially deferred",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p DEFERRABLE)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p DEFERRABLE INITIALLY DEFERRED)",
						"~ foreign key t.fk"),
				MatrixCase.same("H43", "no action, written out",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p ON DELETE NO ACTION ON UPDATE NO ACTION NOT DEFERRABLE)"),
				MatrixCase.change("H44", "match full",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p MATCH FULL)",
						"~ foreign key t.fk"),
				MatrixCase.oneWay("H44", "not valid",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int); ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (x) REFERENCES p NOT VALID",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"~ foreign key t.fk", "! foreign key t.fk"),
				MatrixCase.oneWay("H44", "not valid, and what it refers to changes",
						"CREATE TABLE p (a int CONSTRAINT pk PRIMARY KEY); CREATE TABLE t (x int); ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (x) REFERENCES p NOT VALID",
						"CREATE TABLE p (a text CONSTRAINT pk PRIMARY KEY); CREATE TABLE t (x text, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"~ column p.a", "~ column t.x", "~ foreign key t.fk", "~ foreign key t.fk",
						"! foreign key t.fk"),
				MatrixCase.since(18, MatrixCase.change("H44", "not enforced",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p)",
						"CREATE TABLE p (a int, b int, PRIMARY KEY (a)); CREATE TABLE q (a int PRIMARY KEY); ALTER TABLE p ADD CONSTRAINT pu UNIQUE (a, b); CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p NOT ENFORCED)",
						"~ foreign key t.fk")))
			.flatMap((part) -> part);
	}

}

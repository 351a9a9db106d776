package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes up scripts of which the statements are known, from pieces that are easily
 * misread.
 */
final class ScriptGenerator {

	private static final String[] FILLERS = { " ", "\n", "\t", "\r\n", "\f", " /* ; ' */ ", "/*/* \" */;*/",
			" -- ; ' $$\n", "--\r", "/**/", "/***/", "-- E'\\\n\n", "/* $a$ */", " --\uD83D\uDE00 (\n" };

	private static final String[] EXPRESSIONS = { "1", "';'", "'it''s;'", "'\\'", "E'\\''", "E'a''\\';'", "E'\\\\'",
			"e'a'\n'\\';'", "'a' -- it's\n ';'", "E'a'--\r'\\''", "U&'\\0041;'", "N';\\'", "B'01'", "x'1F'\n'0'",
			"$$;'$$", "$a$;$$;$A$;$a$", "$\u00E9$ ; $\u00E9$", "a.end", "(1)", "((select 2))", "array[1, 2]",
			"'\uD83D\uDE00;'", "date'2026-01-01'", "case when true then 1 else case 1 when 2 then 3 end end",
			"name'\\'", "(';')", "2 *-1", "3 */**/ 2", "5 +--;\n 1", "'(' || ')'", "'{}'::jsonb ? ';'", "begin",
			"\"a\"\";\"" };

	private static final String[] LABELS = { "", " as end", " as \"x;\"", " as a$$b$$", " as \"\"\"--\"",
			" as \u00FC$x$", " as begin", " as U&\"d!0061;\" uescape '!'", " end", " e", " as copy",
			"/**/as/**/atomic" };

	private final Random random;

	ScriptGenerator(long seed) {
		this.random = new Random(seed);
	}

	Script next() {
		StringBuilder text = new StringBuilder(gap(false));
		List<String> statements = new ArrayList<>();
		int count = this.random.nextInt(6);
		for (int i = 0; i < count; i++) {
			String statement = statement();
			statements.add(statement);
			text.append(statement).append(gap(true));
		}
		return new Script(text.toString(), statements);
	}

	private String statement() {
		return switch (this.random.nextInt(6)) {
			case 0 -> routine(1);
			case 1 -> join("create", "rule", "r", "as", "on", "insert", "to", "t", "do", "also", "(", select(), ";",
					select(), ")");
			case 2 -> pick("begin", "end", "commit", "do $$ ; $$", "copy t to stdout", "create table t (\"end;\" int)");
			default -> select();
		};
	}

	private String routine(int depth) {
		List<String> words = new ArrayList<>(List.of("create"));
		if (this.random.nextBoolean()) {
			words.addAll(List.of("OR", "replace"));
		}
		words.addAll(List.of(pick("function", "PROCEDURE"), pick("f", "begin", "\"end\"") + "(a int default 1)",
				"Begin", "ATOMIC"));
		for (int i = this.random.nextInt(4); i > 0; i--) {
			words.add((depth > 0 && this.random.nextInt(4) == 0) ? routine(depth - 1) : select());
			words.add(";");
		}
		words.add(pick("end", "END"));
		return join(words.toArray(String[]::new));
	}

	private String select() {
		List<String> words = new ArrayList<>(List.of("select"));
		for (int i = this.random.nextInt(3); i > 0; i--) {
			words.addAll(List.of(pick(EXPRESSIONS) + pick(LABELS), ","));
		}
		words.add(pick(EXPRESSIONS) + pick(LABELS));
		return join(words.toArray(String[]::new));
	}

	private String join(String... words) {
		StringBuilder text = new StringBuilder();
		for (String word : words) {
			text.append((text.length() > 0) ? pick(FILLERS) : "").append(word);
		}
		return text.toString();
	}

	private String gap(boolean semicolon) {
		StringBuilder text = new StringBuilder();
		for (int i = this.random.nextInt(3); i > 0; i--) {
			text.append(pick(FILLERS));
		}
		text.append(semicolon ? ";" : "");
		for (int i = this.random.nextInt(4); i > 0; i--) {
			text.append(pick(FILLERS)).append(pick("", "", ";"));
		}
		return text.toString();
	}

	private String pick(String... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

	/**
	 * A made-up script.
	 *
	 * @param text the script
	 * @param statements the statements in it
	 */
	record Script(String text, List<String> statements) {

	}

}

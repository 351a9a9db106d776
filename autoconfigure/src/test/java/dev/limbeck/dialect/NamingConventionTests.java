package dev.limbeck.dialect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.UniqueConstraint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link NamingConvention}.
 */
class NamingConventionTests {

	private static final QualifiedName USERS = QualifiedName.of("app", "users");

	private static final ForeignKey KEY = ForeignKey.of(null, List.of("team", "tenant"),
			QualifiedName.of("app", "teams"), List.of("id", "t"), (key) -> {
			});

	private static String name(String kind, String pattern, Constraint constraint) {
		return NamingConvention.of(Map.of(kind, pattern)).nameOf(USERS, constraint);
	}

	@Test
	void standardNamesSayWhatIsConstrained() {
		NamingConvention naming = NamingConvention.standard();
		assertThat(naming.nameOf(USERS, PrimaryKey.of(null, "id"))).isEqualTo("pk_users");
		assertThat(naming.nameOf(USERS, UniqueConstraint.of(null, "a", "b"))).isEqualTo("uq_users_a_b");
		assertThat(naming.nameOf(USERS, KEY)).isEqualTo("fk_users_team_tenant_teams");
		assertThat(naming.nameOf(USERS, CheckConstraint.of(null, "a > 0"))).matches("ck_users_[0-9a-f]{8}");
		assertThat(naming.nameOf(USERS,
				ExcludeConstraint.of(null, (exclude) -> exclude.column("a", "=").expression("b", "&&"))))
			.isEqualTo("ex_users_a_expr");
		assertThat(naming.nameOf(USERS, Index.of(null, (index) -> index.columns("a").expression("lower(b)"))))
			.isEqualTo("ix_users_a_expr");
	}

	@Test
	void namesThatAreGivenStay() {
		assertThat(name("pk", "other", PrimaryKey.of("mine", "id"))).isEqualTo("mine");
	}

	@Test
	void tokensOfAlembicAreKnown() {
		assertThat(name("uq",
				"%(column_0_name)s|%(column_1_name)s|%(column_0N_name)s|%(column_0_N_label)s|%(column_0_key)s|%%",
				UniqueConstraint.of(null, "a", "b")))
			.isEqualTo("a|b|ab|users_a_users_b|a|%");
		assertThat(name("fk",
				"%(referred_table_name)s|%(referred_column_0_name)s|%(referred_column_0_N_label)s|%(column_0_label)s",
				KEY))
			.isEqualTo("teams|id|teams_id_teams_t|users_team");
		assertThat(name("ck", "%(constraint_name)s", CheckConstraint.of(null, "a > 0"))).hasSize(8);
	}

	@ParameterizedTest
	@CsvSource({ "uq,%(tabel_name)s", "uq,%(referred_table_name)s", "pk,%(constraint_name)s", "ck,%(column_0_name)s",
			"pk,%", "pk,%(table_name)", "pk,%s", "xx,a" })
	void unknownTokensAndKindsAreRefused(String kind, String pattern) {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> NamingConvention.of(Map.of(kind, pattern)))
			.withMessageContaining(kind);
	}

	@Test
	void columnThatIsNotThereIsRefused() {
		assertThatExceptionOfType(UnwritableOperationException.class)
			.isThrownBy(() -> name("pk", "%(column_1_name)s", PrimaryKey.of(null, "id")))
			.withMessageContaining("wants column 1 of [id]");
	}

	@Test
	void longNamesAreCutBetweenCharactersAndStayDistinct() {
		String long1 = name("pk", "%(column_0_name)s", PrimaryKey.of(null, "é".repeat(40) + "1"));
		String long2 = name("pk", "%(column_0_name)s", PrimaryKey.of(null, "é".repeat(40) + "2"));
		assertThat(long1).matches("é{27}_[0-9a-f]{8}").isNotEqualTo(long2);
		assertThat(long1.getBytes(StandardCharsets.UTF_8).length).isEqualTo(63);
		assertThat(name("pk", "%(column_0_name)s", PrimaryKey.of(null, "\uD83D\uDE00".repeat(30))))
			.matches("(\uD83D\uDE00){13}_[0-9a-f]{8}");
		assertThat(name("pk", "%(column_0_name)s", PrimaryKey.of(null, "a".repeat(63)))).isEqualTo("a".repeat(63));
		assertThat(name("pk", "%(column_0_name)s", PrimaryKey.of(null, "a".repeat(64))))
			.isEqualTo("a".repeat(54) + "_ffe054fe");
	}

}

package dev.limbeck.metadata.jpa;

import java.util.Map;
import java.util.Set;

import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.metadata.MigrationsIgnore;
import dev.limbeck.metadata.RenamedFrom;
import dev.limbeck.metadata.UnreadableModelException;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RenamedFrom} and {@link MigrationsIgnore} on entities and attributes.
 */
class HintReaderTests {

	private final HibernateTargetMetadata metadata = Models.metadata(HintModel.Shop.class, HintModel.ViewLike.class);

	private final Schema schema = this.metadata.schema(18);

	private final Table shop = table("shop");

	private Table table(String name) {
		Table table = this.schema.table(QualifiedName.of(name));
		assertThat(table).isNotNull();
		return table;
	}

	@Test
	void entityHadAnotherTable() {
		assertThat(this.shop.hints().renamedFrom()).isEqualTo(QualifiedName.of("old", "store"));
	}

	@Test
	void attributesHadOtherColumns() {
		assertThat(this.shop.hints().renamedColumns()).containsOnly(Map.entry("key", "id"),
				Map.entry("heading", "title"), Map.entry("road", "street"), Map.entry("keeper_id", "owner_id"),
				Map.entry("container_id", "parent_id"));
	}

	@Test
	void collectionHadAnotherTable() {
		assertThat(table("shop_tags").hints().renamedFrom()).isEqualTo(QualifiedName.of("shop_keywords"));
	}

	@Test
	void inheritedAttributeHadAnotherColumnInEachTable() {
		Schema family = Models.schema(HintModel.Parent.class, HintModel.Child.class);
		assertThat(family.tables()).hasSize(2)
			.allSatisfy((table) -> assertThat(table.hints().renamedColumns()).containsOnly(Map.entry("label", "name")));
		assertThat(family.table(QualifiedName.of("child")).hints().renamedFrom()).isEqualTo(QualifiedName.of("kid"));
	}

	@Test
	void whatIsIgnoredIsNotInTheSchema() {
		assertThat(this.schema.tables()).extracting(Table::name)
			.containsExactlyInAnyOrder(QualifiedName.of("shop"), QualifiedName.of("shop_tags"));
		assertThat(this.shop.columns()).extracting(Column::name).doesNotContain("secret", "note");
		assertThat(this.shop.indexes()).isEmpty();
	}

	@Test
	void whatIsIgnoredIsTold() {
		IgnoredObjects ignored = this.metadata.ignored(18);
		assertThat(ignored.tables()).containsExactlyInAnyOrder(QualifiedName.of("view_like"),
				QualifiedName.of("view_like_more"), QualifiedName.of("viewlike_words"), QualifiedName.of("shop_shop"));
		assertThat(ignored.columns()).isEqualTo(Map.of(QualifiedName.of("shop"), Set.of("secret", "note")));
	}

	@Test
	void twoColumnsCannotHaveBeenTheSame() {
		assertThatExceptionOfType(UnreadableModelException.class)
			.isThrownBy(() -> Models.schema(HintModel.Ambiguous.class))
			.withMessageContaining("HintModel$Ambiguous' cannot be read")
			.withMessageContaining("of table 'pair' are both said to have been 'a'");
	}

	@Test
	void attributeWithoutColumnHadNone() {
		assertThatExceptionOfType(UnreadableModelException.class)
			.isThrownBy(() -> Models.schema(HintModel.Inverse.class))
			.withMessageContaining("attribute 'children' is said to have been 'x', but has no column");
	}

}

package dev.limbeck.boot.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.limbeck.autogenerate.SchemaFileException;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.metadata.UnreadableModelException;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.test.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TargetMetadataLocator}.
 */
class TargetMetadataLocatorTests {

	private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

	@TempDir
	private Path path;

	@Test
	void schemaBeanIsNamedByItsBean() {
		this.beans.registerSingleton("billing", Schema.EMPTY);
		assertThat(targets().find()).extracting(TargetMetadata::name).containsExactly("Schema bean 'billing'");
	}

	@Test
	void beanThatCannotBeMadeIsToldAsPartOfTheModel() {
		this.beans.registerBeanDefinition("broken", BeanDefinitionBuilder.genericBeanDefinition(Schema.class, () -> {
			throw new IllegalStateException("no schema today");
		}).getBeanDefinition());
		assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(() -> targets().find())
			.withMessage("A bean that is part of the model cannot be made: no schema today");
	}

	@Test
	void classThatIsNotThereIsNotToldAsAFaultOfTheBean() {
		this.beans.registerBeanDefinition("broken", BeanDefinitionBuilder.genericBeanDefinition(Schema.class, () -> {
			throw new NoClassDefFoundError("org/acme/Money");
		}).getBeanDefinition());
		assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(() -> targets().find())
			.withMessage(
					"A class is missing or not the one that others count on: org.acme.Money. A bean that is part of "
							+ "the model cannot be made without it")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Add the library").doesNotContain("Mend the bean"));
	}

	@Test
	void filesOfAPatternAreRunInTheOrderOfTheirNames() throws Exception {
		Files.writeString(this.path.resolve("b.sql"), "ALTER TABLE t RENAME TO renamed;");
		Files.writeString(this.path.resolve("a.sql"), "\uFEFFCREATE TABLE t (id bigint);");
		List<TargetMetadata> targets = targets(this.path + "/*.sql").find();
		assertThat(targets).extracting(TargetMetadata::name)
			.containsExactly("schema file '" + this.path + "/a.sql', '" + this.path + "/b.sql'");
		assertThat(targets.get(0).schema(18).tables()).extracting(Table::name)
			.containsExactly(QualifiedName.of("renamed"));
	}

	@Test
	void fileThatIsNotThereIsNamed() {
		for (String location : List.of("classpath:db/nowhere.sql", this.path + "/nowhere.sql",
				"file:" + this.path + "/none/*.sql")) {
			assertThatExceptionOfType(SchemaFileException.class).isThrownBy(() -> targets(location).find())
				.withMessageContaining("There is no schema file at '" + location + "'");
		}
	}

	private TargetMetadataLocator targets(String... files) {
		ShadowDatabases shadows = ShadowDatabases
			.at(ConnectionSource.of(PostgresServer.shared().createDatabase().dataSource()), null);
		return new TargetMetadataLocator(List.of(files), getClass().getClassLoader(), this.beans, shadows,
				new PostgresqlDialect());
	}

}

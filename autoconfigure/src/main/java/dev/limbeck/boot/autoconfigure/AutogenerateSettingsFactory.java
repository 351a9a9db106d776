package dev.limbeck.boot.autoconfigure;

import java.util.List;

import dev.limbeck.autogenerate.AutogenerateSettings;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.boot.autoconfigure.AuthoringProperties.Autogenerate;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.DefaultComparator;
import dev.limbeck.compare.DirectiveProcessor;
import dev.limbeck.compare.NameFilter;
import dev.limbeck.compare.ObjectFilter;
import dev.limbeck.compare.ObjectType;
import dev.limbeck.compare.OperationRewriter;
import dev.limbeck.compare.TypeComparator;
import dev.limbeck.compare.UnmappedObjects;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Makes the settings of comparisons of what the properties say and of what there is of
 * beans, which are made when something is compared.
 *
 * @param properties the properties
 * @param beans where filters, comparators and targets are, or {@code null} where there
 * are no beans
 */
record AutogenerateSettingsFactory(Autogenerate properties, @Nullable ListableBeanFactory beans) {

	AutogenerateSettings settings(ShadowDatabases shadows) {
		return AutogenerateSettings.defaults()
			.withShadows(shadows)
			.withComparison(this::comparison)
			.withChanges(() -> beans(OperationRewriter.class), () -> beans(DirectiveProcessor.class))
			.withSchemas(this.properties.schemas())
			.withRevisions(this.properties.allowDrop(), this.properties.skipEmpty(), this.properties.format().word());
	}

	private <T> List<T> beans(Class<T> type) {
		return (this.beans != null) ? this.beans.getBeanProvider(type).orderedStream().toList() : List.of();
	}

	private ComparisonOptions comparison() {
		ComparisonOptions options = ComparisonOptions.DEFAULTS
			.unmapped(UnmappedObjects.KEPT.drop(this.properties.droppedKinds()));
		if (this.properties.foreignKeyNames()) {
			options = options.withForeignKeyNames();
		}
		if (this.properties.completeTarget()) {
			options = options.completeTarget();
		}
		for (NameFilter filter : filters()) {
			options = options.names(filter);
		}
		for (NameFilter filter : beans(NameFilter.class)) {
			options = options.names(filter);
		}
		for (ObjectFilter filter : beans(ObjectFilter.class)) {
			options = options.objects(filter);
		}
		for (TypeComparator comparator : beans(TypeComparator.class)) {
			options = options.types(comparator);
		}
		for (DefaultComparator comparator : beans(DefaultComparator.class)) {
			options = options.defaults(comparator);
		}
		return options;
	}

	private List<NameFilter> filters() {
		return List.of(include(ObjectType.TABLE, this.properties.includeTables()),
				NameFilter.exclude(ObjectType.TABLE, this.properties.excludeTables()),
				include(ObjectType.COLUMN, this.properties.includeColumns()),
				NameFilter.exclude(ObjectType.COLUMN, this.properties.excludeColumns()));
	}

	private static NameFilter include(ObjectType type, List<String> globs) {
		return globs.isEmpty() ? (candidate, name) -> true : NameFilter.include(type, globs);
	}

}

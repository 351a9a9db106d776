package dev.limbeck;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.limbeck.operation.RevisionContext;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rooms of the house and who may import whom. What is not listed is forbidden.
 */
class ArchitectureTests {

	private static final String ROOT = "dev.limbeck";

	private static final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@TestFactory
	Stream<DynamicTest> roomImportsOnlyWhatItsArrowsAllow() {
		return Rooms.ARROWS.entrySet()
			.stream()
			.map((arrow) -> DynamicTest.dynamicTest(arrow.getKey(), () -> check(arrow.getKey(), arrow.getValue())));
	}

	private void check(String room, List<String> mayImport) {
		String[] allowed = Stream.concat(Stream.of(room), mayImport.stream())
			.map(ArchitectureTests::packageOf)
			.toArray(String[]::new);
		DescribedPredicate<JavaClass> forbidden = JavaClass.Predicates.resideInAPackage(ROOT + "..")
			.and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed)));
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(packageOf(room))
			.should()
			.dependOnClassesThat(forbidden)
			.allowEmptyShould(true)
			.check(classes);
	}

	private static String packageOf(String room) {
		return ROOT + "." + room;
	}

	@Test
	void everyPackageIsARoom() {
		assertThat(classes.stream().map((type) -> type.getPackageName().substring(ROOT.length() + 1)).distinct())
			.containsExactlyInAnyOrderElementsOf(Rooms.ARROWS.keySet());
	}

	@Test
	void roomsAreFreeOfCycles() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
	}

	@Test
	void onlyBootImportsSpringBoot() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(ROOT + ".boot..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot..")
			.check(classes);
	}

	// A Java revision gets the connection from its context, which has no room to be in
	// but
	// that of the operations
	@Test
	void onlyRoomsWithADatabaseSpeakJdbc() {
		ArchRuleDefinition.noClasses()
			.that(DescribedPredicate.not(JavaClass.Predicates.type(RevisionContext.class)))
			.and()
			.resideOutsideOfPackages(ROOT + ".boot..", ROOT + ".dialect..", ROOT + ".runtime..",
					ROOT + ".autogenerate..", ROOT + ".command..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.sql..", "javax.sql..")
			.check(classes);
	}

	@Test
	void everyPackageIsNullMarked() {
		ArchRuleDefinition.classes().should(beInANullMarkedPackage()).check(classes);
	}

	private static ArchCondition<JavaClass> beInANullMarkedPackage() {
		return new ArchCondition<>("be in a @NullMarked package") {

			@Override
			public void check(JavaClass item, ConditionEvents events) {
				boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
				events.add(new SimpleConditionEvent(item, marked, item.getDescription()));
			}

		};
	}

	@Test
	void namesEndWithNouns() {
		ArchRuleDefinition.noClasses()
			.should()
			.haveNameMatching(".*(Manager|Helper|Utils?|Impl|Handler|Data|Info)")
			.orShould()
			.haveNameMatching(".*(?<!Directive)Processor")
			.check(classes);
	}

	@Test
	void autoConfigurationsAreFinalAndKeepTheirBeansToThemselves() {
		ArchRuleDefinition.classes()
			.that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.allowEmptyShould(true)
			.check(classes);
		ArchRuleDefinition.methods()
			.that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.notBePublic()
			.allowEmptyShould(true)
			.check(classes);
	}

	@Test
	void fewTypesArePublic() {
		List<JavaClass> types = classes.stream().filter(JavaClass::isTopLevelClass).toList();
		long visible = types.stream().filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC)).count();
		assertThat(visible).isLessThanOrEqualTo(types.size() / 2);
	}

	@Test
	void noStaticFieldChanges() {
		ArchRuleDefinition.noFields().that().areStatic().should().notBeFinal().check(classes);
	}

	// A log of a revision is the revision's own
	@Test
	void everyLogIsHarmless() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(ROOT + ".text..")
			.and()
			.haveNameNotMatching(".*\\.runtime\\.JavaRevisionContext")
			.should()
			.dependOnClassesThat()
			.areAssignableTo(LogFactory.class)
			.check(classes);
	}

	@Test
	void nothingPrintsToTheStandardStreams() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".boot.cli..")
			.should()
			.accessField(System.class, "out")
			.orShould()
			.accessField(System.class, "err")
			.check(classes);
	}

}

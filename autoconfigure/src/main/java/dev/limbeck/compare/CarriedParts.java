package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.limbeck.dialect.DependentObject.Definition;
import dev.limbeck.operation.Operation;

/**
 * What the server drops along with something, although no operation is about it: extended
 * statistics, what an index is used for, triggers of a view. What can be created again is
 * created behind that which it is about, both ways; the rest is told.
 */
final class CarriedParts {

	private final ComparisonBuilder findings;

	private final Dependencies dependencies;

	private final List<Place> places;

	private final List<CarriedPart> parts;

	CarriedParts(ComparisonBuilder findings, Dependencies dependencies) {
		this.findings = findings;
		this.dependencies = dependencies;
		this.places = Place.all(findings.all());
		this.parts = parts(dependencies);
	}

	private static List<CarriedPart> parts(Dependencies dependencies) {
		Map<String, CarriedPart> parts = new LinkedHashMap<>();
		dependencies.all().forEach((dependent) -> {
			Definition definition = dependent.definition();
			if (definition != null) {
				parts.computeIfAbsent(dependent.description(), (missing) -> new CarriedPart(dependent, definition))
					.about(dependent.on());
			}
		});
		return List.copyOf(parts.values());
	}

	void settle() {
		if (this.dependencies.areNone()) {
			return;
		}
		this.places.forEach((place) -> place
			.replace(place.step().with(completed(place.step().upgrade(), place), place.step().downgrade())));
		Map<CarriedPart, Place> lost = new LinkedHashMap<>();
		this.parts.stream()
			.filter((part) -> !part.isThere())
			.forEach((part) -> lost.put(part, Objects.requireNonNull(part.lost())));
		List<Place> back = new ArrayList<>(this.places);
		Collections.reverse(back);
		back.forEach((place) -> place
			.replace(place.step().with(place.step().upgrade(), completed(place.step().downgrade(), place))));
		tell(lost);
	}

	private void tell(Map<CarriedPart, Place> lost) {
		LossReport report = new LossReport(this.findings);
		lost.forEach((part, place) -> report.add(place, part.description(), part.isThere()));
		for (Place place : this.places) {
			place.step()
				.upgrade()
				.stream()
				.flatMap(this.dependencies::going)
				.filter((dependent) -> dependent.definition() == null)
				.forEach((dependent) -> report.add(place, dependent.description(), false));
		}
		report.tell();
	}

	private List<Operation> completed(List<Operation> operations, Place place) {
		List<Operation> completed = new ArrayList<>();
		for (Operation operation : operations) {
			completed.add(operation);
			this.parts.stream()
				.filter((part) -> part.pass(operation, place))
				.map(CarriedPart::create)
				.forEach(completed::add);
		}
		return completed;
	}

}

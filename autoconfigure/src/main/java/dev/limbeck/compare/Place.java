package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * A step where it stands.
 *
 * @param finding the difference that it is about
 * @param index which step of that it is
 */
record Place(DifferenceDraft finding, int index) {

	/**
	 * Return all steps in the order of an upgrade.
	 * @param findings the differences
	 * @return their steps
	 */
	static List<Place> all(List<DifferenceDraft> findings) {
		List<Place> places = new ArrayList<>();
		for (DifferenceDraft finding : findings) {
			for (int i = 0; i < finding.steps().size(); i++) {
				places.add(new Place(finding, i));
			}
		}
		return StepOrder.sorted(places, (place) -> place.step().phase());
	}

	Step step() {
		return this.finding.steps().get(this.index);
	}

	// A type that is made anew is in the way of several indexes
	boolean isOfSameIndex(Place other) {
		return this.finding == other.finding && this.finding.object().type() != ObjectType.ENUM_TYPE;
	}

	void replace(Step step) {
		this.finding.steps().set(this.index, step);
	}

}

package dev.limbeck.script;

import java.util.Iterator;
import java.util.List;

/**
 * Names for a template: as a variable they are joined by commas, as a section they come
 * one by one.
 *
 * @param names the names
 */
record NameList(List<String> names) implements Iterable<String> {

	@Override
	public Iterator<String> iterator() {
		return this.names.iterator();
	}

	@Override
	public String toString() {
		return String.join(", ", this.names);
	}

}

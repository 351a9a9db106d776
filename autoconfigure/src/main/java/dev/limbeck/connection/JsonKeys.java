package dev.limbeck.connection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of a JSON object as they are written. Parsers keep the last of two equal ones
 * and do not tell.
 */
final class JsonKeys {

	private final String json;

	private final List<String> keys = new ArrayList<>();

	private int position;

	private int depth;

	private JsonKeys(String json) {
		this.json = json;
	}

	/**
	 * Refuse a JSON object that has a key twice.
	 * @param json an object that a parser has read
	 * @throws DatabaseUrlException if it has
	 */
	static void requireUnique(String json) {
		Set<String> seen = new HashSet<>();
		for (String key : new JsonKeys(json).read()) {
			if (!seen.add(key)) {
				throw JsonSpelling.twice(key);
			}
		}
	}

	private List<String> read() {
		while (this.position < this.json.length()) {
			char character = this.json.charAt(this.position++);
			if (character == '"') {
				readString();
			}
			else if (character == '{' || character == '[') {
				this.depth++;
			}
			else if (character == '}' || character == ']') {
				this.depth--;
			}
		}
		return this.keys;
	}

	private void readString() {
		int start = this.position;
		while (this.position < this.json.length() && this.json.charAt(this.position) != '"') {
			this.position += (this.json.charAt(this.position) == '\\') ? 2 : 1;
		}
		int end = Math.min(this.position++, this.json.length());
		if (this.depth == 1 && isFollowedByAColon()) {
			this.keys.add(this.json.substring(start, end));
		}
	}

	private boolean isFollowedByAColon() {
		int next = this.position;
		while (next < this.json.length() && Character.isWhitespace(this.json.charAt(next))) {
			next++;
		}
		return next < this.json.length() && this.json.charAt(next) == ':';
	}

}

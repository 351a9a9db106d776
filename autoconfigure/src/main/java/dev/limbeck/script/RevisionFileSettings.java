package dev.limbeck.script;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * How files of new revisions are named and written.
 *
 * @param fileTemplate the name without its ending, with the tokens {@code {rev}},
 * {@code {slug}}, {@code {epoch}}, {@code {year}}, {@code {month}}, {@code {day}},
 * {@code {hour}}, {@code {minute}} and {@code {second}}; slashes make folders
 * @param truncateSlugLength how many characters of the message go into the name at most
 * @param timezone the time zone of the create date and of the tokens
 * @param outputEncoding the encoding in which all characters must be writable
 * @since 0.1.0
 */
public record RevisionFileSettings(String fileTemplate, int truncateSlugLength, String timezone,
		String outputEncoding) {

	/**
	 * Return the settings of an application that sets nothing.
	 * @return the defaults
	 */
	public static RevisionFileSettings defaults() {
		return new RevisionFileSettings("{rev}_{slug}", 40, "UTC", "UTF-8");
	}

	/**
	 * Return the time zone.
	 * @return the zone
	 * @throws RevisionWritingException if there is none of that name
	 */
	ZoneId zone() {
		String name = this.timezone.strip();
		try {
			return ZoneId.of(ZoneId.getAvailableZoneIds()
				.stream()
				.filter((id) -> id.equalsIgnoreCase(name))
				.min((left, right) -> Boolean.compare(right.equals(name), left.equals(name)))
				.orElse(name));
		}
		catch (DateTimeException ex) {
			throw new RevisionWritingException(
					"There is no time zone '" + this.timezone + "', which migrations.timezone names",
					"Set migrations.timezone to a name such as UTC or Europe/Berlin, or to an offset such as +02:00.",
					ex);
		}
	}

	/**
	 * Encode the text of a file. It is read in UTF-8 whatever the setting, so an encoding
	 * that gives other bytes is refused.
	 * @param text the text
	 * @return its bytes
	 * @throws RevisionWritingException if the encoding is unknown, lacks a character, or
	 * is not compatible
	 */
	byte[] encode(String text) {
		Charset charset = charset();
		try {
			ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
			byte[] bytes = new byte[encoded.remaining()];
			encoded.get(bytes);
			if (!Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
				throw new RevisionWritingException(
						"migrations.output-encoding=" + charset + " would write a file that is not UTF-8",
						"Remove migrations.output-encoding: revisions are read in UTF-8.");
			}
			return bytes;
		}
		catch (CharacterCodingException ex) {
			throw new RevisionWritingException(
					"The revision has a character that migrations.output-encoding=" + charset + " cannot encode",
					"Write it without that character, or remove migrations.output-encoding.", ex);
		}
	}

	private Charset charset() {
		try {
			return Charset.forName(this.outputEncoding.strip());
		}
		catch (IllegalArgumentException ex) {
			throw new RevisionWritingException(
					"There is no encoding '" + this.outputEncoding + "', which migrations.output-encoding names",
					"Remove migrations.output-encoding: revisions are read in UTF-8.", ex);
		}
	}

}

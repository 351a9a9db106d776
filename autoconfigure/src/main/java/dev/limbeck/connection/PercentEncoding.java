package dev.limbeck.connection;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The percent-encoding of URLs. What cannot be decoded is refused and never quoted.
 */
final class PercentEncoding {

	private PercentEncoding() {
	}

	/**
	 * Decode as libpq does: a plus sign is a plus sign.
	 * @param text the encoded text
	 * @return the text
	 */
	static String decode(String text) {
		return decode(text, '+');
	}

	/**
	 * Decode as the JDBC driver does: a plus sign is a space.
	 * @param text the encoded text
	 * @return the text
	 */
	static String decodeForm(String text) {
		return decode(text, ' ');
	}

	private static String decode(String text, char plus) {
		byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
		for (int i = 0; i < encoded.length; i++) {
			if (encoded[i] == '%') {
				decoded.write(hexadecimal(encoded, i + 1) * 16 + hexadecimal(encoded, i + 2));
				i += 2;
			}
			else {
				decoded.write((encoded[i] == '+') ? plus : encoded[i]);
			}
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded.toByteArray())).toString();
		}
		catch (CharacterCodingException ex) {
			throw DatabaseUrlException.toEncode("what is percent-encoded in it is not UTF-8 text");
		}
	}

	private static int hexadecimal(byte[] encoded, int index) {
		int digit = (index < encoded.length) ? Character.digit(encoded[index], 16) : -1;
		if (digit < 0) {
			throw DatabaseUrlException.toEncode("a % in it is not followed by two hexadecimal digits");
		}
		return digit;
	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}

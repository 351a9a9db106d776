package dev.limbeck.metadata.jpa.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

/**
 * Attributes of every type that Hibernate maps to one column.
 */
public final class BasicTypes {

	private BasicTypes() {
	}

	@Entity
	static class Numbers {

		@Id
		Long id;

		byte tiny;

		short small;

		int medium;

		long large;

		float single;

		double twice;

		boolean flag;

		Boolean maybe;

		Integer count;

		BigDecimal plain;

		@Column(precision = 12, scale = 2)
		BigDecimal amount;

		@Column(precision = 20)
		BigDecimal whole;

		BigInteger huge;

	}

	@Entity
	static class Texts {

		@Id
		@Column(length = 36)
		String id;

		String plain;

		@Column(length = 40, nullable = false)
		String brief;

		@Column(length = 100_000)
		String lengthy;

		@Lob
		String large;

		@Nationalized
		String national;

		char letter;

		Character maybe;

		char[] letters;

		@JdbcTypeCode(SqlTypes.LONG32VARCHAR)
		String endless;

		@Column(columnDefinition = "text")
		String written;

	}

	@Entity
	static class Binaries {

		@Id
		int id;

		byte[] plain;

		@Column(length = 100)
		byte[] brief;

		@Lob
		byte[] large;

		Blob blob;

		Clob clob;

	}

	@Entity
	static class Misc {

		@Id
		UUID id;

		@JdbcTypeCode(SqlTypes.CHAR)
		UUID written;

		Locale locale;

		Currency currency;

		TimeZone timeZone;

		ZoneId zone;

		ZoneOffset offset;

		URL url;

		Class<?> type;

		InetAddress address;

	}

	@Entity
	static class Arrays {

		@Id
		Long id;

		int[] numbers;

		String[] words;

		@Column(length = 20)
		List<String> tags;

		UUID[] ids;

		LocalDate[] days;

		Set<BigDecimal> amounts;

		@Array(length = 8)
		Long[] eight;

	}

	@Entity
	static class Documents {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.JSON)
		Map<String, String> map;

		@JdbcTypeCode(SqlTypes.JSON)
		Profile profile;

		@JdbcTypeCode(SqlTypes.JSON)
		List<Profile> profiles;

		@JdbcTypeCode(SqlTypes.SQLXML)
		String xml;

	}

	@Embeddable
	static class Profile {

		@Column(nullable = false)
		String nickname;

		@Check(constraints = "karma >= 0")
		int karma;

		LocalDate birthday;

	}

	@Entity
	static class Secrets {

		@Id
		Long id;

		@Convert(converter = Reversing.class)
		String reversed;

		@Convert(converter = YesNoConverter.class)
		boolean known;

		@JdbcTypeCode(SqlTypes.SMALLINT)
		boolean small;

	}

	@Converter
	static class Reversing implements AttributeConverter<String, byte[]> {

		@Override
		public byte[] convertToDatabaseColumn(String attribute) {
			return attribute.getBytes();
		}

		@Override
		public String convertToEntityAttribute(byte[] column) {
			return new String(column);
		}

	}

}

package dev.limbeck.metadata.jpa.model.basic;

import java.net.InetAddress;
import java.net.URL;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Misc {

	@Id
	UUID id;

	@JdbcTypeCode(SqlTypes.CHAR)
	UUID written;

	Locale locale;

	Currency currency;

	TimeZone timeZone;

	ZoneId zone;

	ZoneOffset difference;

	URL url;

	Class<?> type;

	InetAddress address;

}

package dev.limbeck.metadata.jpa.model.basic;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
class Reversing implements AttributeConverter<String, byte[]> {

	@Override
	public byte[] convertToDatabaseColumn(String attribute) {
		return attribute.getBytes();
	}

	@Override
	public String convertToEntityAttribute(byte[] column) {
		return new String(column);
	}

}

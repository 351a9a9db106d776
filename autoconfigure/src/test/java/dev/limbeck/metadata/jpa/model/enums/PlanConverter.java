package dev.limbeck.metadata.jpa.model.enums;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
class PlanConverter implements AttributeConverter<Plan, Integer> {

	@Override
	public Integer convertToDatabaseColumn(Plan attribute) {
		return attribute.ordinal();
	}

	@Override
	public Plan convertToEntityAttribute(Integer column) {
		return Plan.values()[column];
	}

}

package warrant.extraction;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Extractions as JSON, so that a decision once made can be kept and found again. */
public final class ExtractionCodec {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Side.Named.class, name = "named"),
        @JsonSubTypes.Type(value = Side.Value.class, name = "value")
    })
    private interface Tagged {}

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addMixIn(Side.class, Tagged.class)
            .build();

    private ExtractionCodec() {}

    public static String write(Extraction extraction) {
        try {
            return MAPPER.writeValueAsString(extraction);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an extraction cannot be written as JSON", e);
        }
    }

    /** @throws IllegalArgumentException if the text is not what {@link #write} makes */
    public static Extraction read(String json) {
        try {
            return MAPPER.readValue(json, Extraction.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a kept extraction: " + e.getOriginalMessage(), e);
        }
    }
}

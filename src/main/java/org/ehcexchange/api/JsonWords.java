package org.ehcexchange.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;

/// How JSON says the exchange's own types: identifiers and codes as plain words, messages as their
/// published schema has them.
@Component
class JsonWords extends SimpleModule {

    JsonWords() {
        super("exchange-words");
        word(MessageId.class, text -> new MessageId(UUID.fromString(text)));
        word(ConversationId.class, text -> new ConversationId(UUID.fromString(text)));
        word(OrganisationCode.class, OrganisationCode::new);
        word(CaseReference.class, CaseReference::new);
        addSerializer(new CodeWriter());
        addSerializer(new MessageWriter());
    }

    private <T> void word(Class<T> type, Function<String, T> read) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new Word<>(type, read));
    }

    private static final class Word<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> read;

        Word(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return read.apply(parser.getValueAsString());
        }
    }

    private static final class CodeWriter extends StdSerializer<Code> {

        CodeWriter() {
            super(Code.class);
        }

        @Override
        public void serialize(Code code, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(code.code());
        }
    }

    private static final class MessageWriter extends StdSerializer<EhcMessage> {

        MessageWriter() {
            super(EhcMessage.class);
        }

        @Override
        public void serialize(EhcMessage message, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            provider.defaultSerializeValue(CanonicalWriter.write(message), json);
        }
    }
}

package org.ehcexchange.agency.health;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.ParserOptions;

import org.ehcexchange.directory.Channel.WireFormat;
import org.ehcexchange.mapping.Format;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The one FHIR context, which is costly to build and so is built once, and the servlets of the
/// door.
@Configuration(proxyBeanMethods = false)
class FhirConfiguration {

    @Bean
    FhirContext fhirContext() {
        return newContext();
    }

    /// Keeps references and ids as they are written.
    static FhirContext newContext() {
        FhirContext context = FhirContext.forR4();
        ParserOptions options = context.getParserOptions();
        options.setStripVersionsFromReferences(false);
        options.setOverrideResourceIdWithBundleEntryFullUrl(false);
        return context;
    }

    @Bean
    @Order(3)
    static Format fhirJson(FhirText fhir, EdgeRules rules, FhirFacts facts) {
        return new FhirFormat(WireFormat.JSON, fhir, rules, facts);
    }

    @Bean
    @Order(4)
    static Format fhirXml(FhirText fhir, EdgeRules rules, FhirFacts facts) {
        return new FhirFormat(WireFormat.XML, fhir, rules, facts);
    }

    @Bean
    ServletRegistrationBean<FhirServer> fhirServlet(BeanFactory beans) {
        return registered("fhir", new FhirServer(beans), "/fhir/*");
    }

    @Bean
    ServletRegistrationBean<BinaryDoor> binaryServlet(ObjectProvider<BinaryDesk> desk) {
        return registered("fhir-binary", new BinaryDoor(desk), "/fhir/Binary", "/fhir/Binary/*");
    }

    private static <T extends jakarta.servlet.Servlet> ServletRegistrationBean<T> registered(
            String name, T servlet, String... paths) {
        ServletRegistrationBean<T> registration = new ServletRegistrationBean<>(servlet, paths);
        registration.setName(name);
        registration.setLoadOnStartup(1);
        return registration;
    }
}

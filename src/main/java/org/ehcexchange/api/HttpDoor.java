package org.ehcexchange.api;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the server treats requests before a door sees them.
@Configuration(proxyBeanMethods = false)
class HttpDoor {

    /// A client that asks first (`Expect: 100-continue`, as curl does above 1 MB) is told to go on
    /// only when somebody reads: a refusal costs it no upload.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answerBeforeTheUpload() {
        return factory ->
                factory.addConnectorCustomizers(
                        connector -> {
                            if (connector.getProtocolHandler()
                                    instanceof AbstractHttp11Protocol<?> http) {
                                http.setContinueResponseTiming("onRead");
                            }
                        });
    }

    /// A path with an encoded slash is refused behind the server, which can say why; the server
    /// itself would answer with an empty page.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refuseEncodedSlashesInWords() {
        return factory ->
                factory.addConnectorCustomizers(
                        connector ->
                                connector.setEncodedSolidusHandling(
                                        EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }
}

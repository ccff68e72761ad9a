package org.ehcexchange.delivery;

import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.net.http.HttpClient;
import java.util.concurrent.Executors;

/// The one HTTP client; it keeps connections to partners open and follows no redirects.
@Configuration(proxyBeanMethods = false)
class HttpClients {

    @Bean(destroyMethod = "shutdownNow")
    HttpClient httpClient(HttpSettings settings, SslBundles bundles) {
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.connectWithin())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .executor(Executors.newVirtualThreadPerTaskExecutor());
        String bundle = settings.sslBundle();
        return bundle == null
                ? client.build()
                : client.sslContext(bundles.getBundle(bundle).createSslContext()).build();
    }
}

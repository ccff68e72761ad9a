# Build:  docker build -t ehc-exchange .
# Run:    see docker-compose.yml; the container keeps nothing but documents, and needs a database and a broker.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN ./mvnw -q -B dependency:go-offline
COPY src src
COPY routes routes
COPY mappings mappings
COPY directory directory
COPY demo demo
# The tests belong to ./mvnw verify, which runs before an image is made.
RUN ./mvnw -q -B -DskipTests package \
 && java -Djarmode=tools -jar target/ehc-exchange-*.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /exchange exchange \
 && mkdir -p /exchange/data && chown exchange:exchange /exchange/data
WORKDIR /exchange
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY routes routes
COPY mappings mappings
# The organisations of the demo; mount your own over it.
COPY directory directory
COPY demo demo
USER 10001
VOLUME /exchange/data
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "org.springframework.boot.loader.launch.JarLauncher"]

package org.ehcexchange.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.FileSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Adds to each described door what its annotations say it takes and answers.
final class DescribedDoors implements OperationCustomizer {

    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";

    private final Examples examples;

    DescribedDoors(Examples examples) {
        this.examples = examples;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod door) {
        Takes takes = door.getMethodAnnotation(Takes.class);
        if (takes != null) {
            operation.setRequestBody(body(takes));
        }
        Answers answers = door.getMethodAnnotation(Answers.class);
        if (answers != null) {
            operation.setResponses(responses(answers, schema(operation)));
        }
        return operation;
    }

    /// What springdoc read from the method's return type.
    private static @Nullable Schema<?> schema(Operation operation) {
        ApiResponses read = operation.getResponses();
        return read == null
                ? null
                : read.values().stream()
                        .map(ApiResponse::getContent)
                        .filter(Objects::nonNull)
                        .flatMap(content -> content.values().stream())
                        .<Schema<?>>map(MediaType::getSchema)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private RequestBody body(Takes takes) {
        Content content = new Content();
        for (String type : takes.value()) {
            MediaType media = new MediaType().schema(bodySchema(type));
            Arrays.stream(takes.examples()).forEach(name -> examples.add(media, name));
            content.addMediaType(type, media);
        }
        return new RequestBody().required(true).content(content);
    }

    private static Schema<?> bodySchema(String type) {
        return switch (type) {
            case JSON -> new ObjectSchema();
            case "multipart/form-data" ->
                    new ObjectSchema()
                            .addProperty(Upload.METADATA, metadata())
                            .addProperty(Upload.FILE, new FileSchema());
            default -> new FileSchema();
        };
    }

    private static Schema<?> metadata() {
        return new ObjectSchema()
                .addProperty("title", new StringSchema())
                .addProperty("sha256", new StringSchema())
                .addProperty("confidentiality", new StringSchema());
    }

    private ApiResponses responses(Answers answers, @Nullable Schema<?> schema) {
        ApiResponses responses = new ApiResponses();
        for (String answer : answers.value()) {
            String[] statusAndExample = answer.split(":", 2);
            responses.addApiResponse(statusAndExample[0], success(statusAndExample, schema));
        }
        problems(answers)
                .collect(Collectors.groupingBy(Problem::status))
                .forEach(
                        (status, problems) ->
                                responses.addApiResponse(
                                        String.valueOf(status.value()), problem(titles(problems))));
        return responses.addApiResponse("401", problem("No token, or one that is not valid"));
    }

    private static Stream<Problem> problems(Answers answers) {
        return Stream.concat(
                Arrays.stream(answers.problems()), Stream.of(Problem.UNAVAILABLE, Problem.BROKEN));
    }

    private static String titles(java.util.List<Problem> problems) {
        return problems.stream().map(Problem::title).collect(Collectors.joining("; "));
    }

    private ApiResponse success(String[] statusAndExample, @Nullable Schema<?> schema) {
        HttpStatus status = HttpStatus.valueOf(Integer.parseInt(statusAndExample[0]));
        ApiResponse response = new ApiResponse().description(status.getReasonPhrase());
        if (statusAndExample.length == 2) {
            MediaType media = new MediaType().schema(schema == null ? new ObjectSchema() : schema);
            examples.add(media, statusAndExample[1]);
            response.content(new Content().addMediaType(JSON, media));
        }
        return response;
    }

    private ApiResponse problem(String description) {
        MediaType media =
                new MediaType()
                        .schema(new Schema<>().$ref("#/components/schemas/" + Description.PROBLEM));
        examples.add(media, "problem");
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(PROBLEM_JSON, media));
    }
}

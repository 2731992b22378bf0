// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a case; which one is told by the members that it has. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(Step.Request.class),
  @JsonSubTypes.Type(Step.Push.class),
  @JsonSubTypes.Type(Step.Drain.class),
  @JsonSubTypes.Type(Step.Later.class),
  @JsonSubTypes.Type(Step.Restart.class),
  @JsonSubTypes.Type(Step.Apply.class)
})
sealed interface Step {
  /**
   * A request and what its answer must be.
   *
   * @param send method and target
   * @param each the step is done once for each of these, with {@code {each}} standing for it
   * @param as who sends it
   * @param by how the credential is shown: {@code basic}, {@code bearer}, {@code token}, {@code
   *     api-key}, {@code nameless}
   * @param headers beside the usual ones, or in their place; null takes one away
   * @param body JSON
   * @param text a body that may be anything
   * @param how {@code gzip}, {@code chunked}
   * @param size the body is filled up with spaces to so many bytes
   * @param status the status
   * @param answerHeaders headers of the answer
   * @param answer the whole body
   * @param has parts of the body by path
   * @param ids the names of the objects in the body, in order
   * @param contains texts that the body holds as they are
   * @param lacks texts that the answer does not hold anywhere
   * @param keep names for parts of the body, or for a header by {@code header NAME}
   * @param remember a name for the answer
   * @param like the name of an answer that this one cannot be told from
   */
  record Request(
      String send,
      @Nullable List<String> each,
      @Nullable String as,
      @Nullable String by,
      @Nullable Map<String, JsonNode> headers,
      @Nullable JsonNode body,
      @Nullable String text,
      @Nullable List<String> how,
      @Nullable Integer size,
      int status,
      @JsonProperty("answer_headers") @Nullable Map<String, JsonNode> answerHeaders,
      @Nullable JsonNode answer,
      @Nullable Map<String, JsonNode> has,
      @Nullable List<String> ids,
      @Nullable List<String> contains,
      @Nullable List<String> lacks,
      @Nullable Map<String, String> keep,
      @Nullable String remember,
      @Nullable String like)
      implements Step {}

  /** Pushes objects into the case's collection, all of which are taken. */
  record Push(JsonNode push, @Nullable String pusher) implements Step {}

  /**
   * Reads a feed from its beginning to its end.
   *
   * @param drain the target of the first request
   * @param reader who reads
   * @param follow {@code next}, or {@code added_after} with the last date of each page
   * @param finds the names of the objects, in order: each of them once
   * @param requests how many requests it takes
   */
  record Drain(String drain, String reader, String follow, List<String> finds, int requests)
      implements Step {}

  /** Moves the clock forward, ISO 8601. */
  record Later(String later) implements Step {}

  /** Stops the server and starts it again on the same data. */
  record Restart(boolean restart) implements Step {}

  /** Applies resources. */
  record Apply(ArrayNode apply) implements Step {}
}

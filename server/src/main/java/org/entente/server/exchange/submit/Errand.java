// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entente.server.exchange.decide.Sender;
import org.entente.server.policy.Community;
import org.entente.server.policy.Reader;
import org.entente.server.resource.ReleasePolicy;
import org.entente.server.taxii.StatusResource;

/**
 * Who pushes where, in a form that outlives the node.
 *
 * @param credential who
 * @param apiRoot the API root of the collection
 * @param collection the collection's id
 * @param policies ids of the policies named for the submission
 */
record Errand(String credential, String apiRoot, String collection, List<String> policies) {
  byte[] encode(StatusResource soFar) {
    String head =
        credential + ' ' + apiRoot + ' ' + collection + ' ' + String.join(",", policies) + '\n';
    return (head + new String(soFar.json(), StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  static Errand decode(byte[] meta) {
    String text = text(meta);
    String[] words = text.substring(0, text.indexOf('\n')).split(" ", -1);
    List<String> policies = words[3].isEmpty() ? List.of() : List.of(words[3].split(","));
    return new Errand(words[0], words[1], words[2], policies);
  }

  /** The status as it was when the errand was kept. */
  static StatusResource soFar(byte[] meta) {
    String text = text(meta);
    return StatusCodec.read(
        text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] meta) {
    return new String(meta, StandardCharsets.UTF_8);
  }

  /**
   * The sender as it is now.
   *
   * @return empty when the credential, the member or a policy is no longer there, or the collection
   *     may not be written any more
   */
  Optional<Sender> sender(Community community) {
    Optional<Reader> reader =
        community.reader(credential).filter(r -> community.writes(r, collection));
    List<ReleasePolicy> named =
        policies.stream().flatMap(id -> community.policy(id).stream()).toList();
    return named.size() < policies.size()
        ? Optional.empty()
        : reader.flatMap(r -> community.collection(collection).map(c -> new Sender(r, c, named)));
  }
}

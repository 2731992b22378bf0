// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final List<String> LEVELS =
      List.of("TLP:AMBER", "TLP:AMBER+STRICT", "TLP:CLEAR", "TLP:GREEN", "TLP:RED", "unmarked");

  private final Sample sample = new Sample();

  private List<JsonObject> objects() {
    List<JsonObject> all = new ArrayList<>();
    for (Sample.Pushed push : sample.pushes()) {
      JsonArray envelope =
          new JsonObject(Buffer.buffer(sample.envelope(push))).getJsonArray("objects");
      for (int i = 0; i < envelope.size(); i++) {
        all.add(envelope.getJsonObject(i));
      }
    }
    return all;
  }

  @Test
  void objects_allTogether_areSomeHundredOfEveryLevel() {
    Set<String> levels = new TreeSet<>();
    objects().forEach(object -> levels.add(Levels.of(object)));

    assertThat(objects()).hasSizeBetween(300, 700);
    assertThat(levels).containsExactlyElementsOf(LEVELS);
  }

  @Test
  void references_toObjects_areAllPushed() {
    Set<String> ids = new HashSet<>();
    objects().forEach(object -> ids.add(object.getString("id")));
    Set<String> wanted = new HashSet<>();
    for (JsonObject object : objects()) {
      for (String name : object.fieldNames()) {
        if (name.endsWith("_ref")) {
          wanted.add(object.getString(name));
        } else if (name.endsWith("_refs") && !name.equals("object_marking_refs")) {
          object.getJsonArray(name).forEach(id -> wanted.add(id.toString()));
        }
      }
    }

    assertThat(ids).containsAll(wanted);
  }

  @Test
  void pushes_eachCredentialAndPolicy_isOfTheCommunity() {
    String community = sample.community();
    Set<String> names = new TreeSet<>();
    for (Sample.Pushed push : sample.pushes()) {
      names.add("id: " + push.credential());
      push.policies().forEach(policy -> names.add("id: " + policy));
      names.add("alias: " + push.collection().substring(push.collection().indexOf('/') + 1));
    }

    assertThat(names).allSatisfy(name -> assertThat(community).containsPattern(name + "\\s"));
  }

  @Test
  void chosen_three_comeFromThreePushes() {
    assertThat(sample.chosen())
        .hasSize(3)
        .extracting(Sample.Chosen::pushed)
        .doesNotHaveDuplicates();
  }
}

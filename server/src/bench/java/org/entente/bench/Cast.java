// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.util.ArrayList;
import java.util.List;

/** The community of the benchmark: one publisher, ten readers with five credentials each. */
final class Cast {
  static final String PUBLISHER = "publisher/feed";
  static final int READERS = 10;
  static final int CREDENTIALS = 5;

  /** How many classes the rows of each measured collection are spread over. */
  static final int[] CLASSES = {1, 10, 1_000};

  /** The collection of one class alone. */
  static final int[] ONE = {1};

  private static final int OTHERS = 11;
  private static final String ID = "7d1f0b6a-4c3e-4f52-9a80-0000000000";

  private Cast() {}

  /** The collection whose rows are of so many classes. */
  static String collection(int classes) {
    return "/exchange/collections/"
        + ID
        + (classes == 1 ? "01" : classes == 10 ? "02" : "03")
        + "/";
  }

  /** Where envelopes of a thousand are pushed to be measured. */
  static String bulk() {
    return "/exchange/collections/" + ID + "04/";
  }

  /** Where single objects are pushed to be measured. */
  static String singles() {
    return "/exchange/collections/" + ID + "05/";
  }

  /** Ids of the credentials that read, member by member. */
  static List<String> readers() {
    List<String> ids = new ArrayList<>();
    for (int c = 0; c < CREDENTIALS; c++) {
      for (int m = 0; m < READERS; m++) {
        ids.add("reader" + m + "/tool" + c);
      }
    }
    return ids;
  }

  /** The policy that puts an object into one of so many classes; empty for the only one. */
  static String policy(int classes, long turn) {
    return classes == 1 ? "" : "publisher/class-" + turn % classes + "@1";
  }

  /** All resources as YAML. */
  static String yaml() {
    StringBuilder text = new StringBuilder(200_000);
    member(text, "publisher", "identities: [" + Objects.IDENTITY + "]\n");
    credential(text, PUBLISHER, "[publisher, consumer]");
    for (int m = 0; m < READERS; m++) {
      member(text, "reader" + m, "");
    }
    readers().forEach(id -> credential(text, id, "[consumer]"));
    for (int m = 0; m < OTHERS; m++) {
      member(text, "other" + m, "");
    }
    String[] titles = {"One class", "Ten classes", "A thousand classes", "Bulk", "Singles"};
    for (int i = 0; i < titles.length; i++) {
      text.append("---\nkind: Collection\nid: ").append(ID).append("0").append(i + 1);
      text.append("\napi_root: exchange\ntitle: ").append(titles[i]);
      text.append("\nreaders: [{all: members}]\nwriters: [{org: publisher}]\naccepts: AMBER\n");
      text.append("unmarked: AMBER\nhistory: all\nvalidation: standard\n");
    }
    for (int k = 0; k < CLASSES[CLASSES.length - 1]; k++) {
      policy(text, k);
    }
    return text.toString();
  }

  private static void member(StringBuilder text, String id, String more) {
    text.append("---\nkind: Member\nid: ").append(id).append("\nname: ").append(id);
    text.append("\nstatus: active\norg_kind: private\nseat: [FR]\nhandles_up_to: RED\n")
        .append(more);
  }

  private static void credential(StringBuilder text, String id, String roles) {
    text.append("---\nkind: Credential\nid: ").append(id).append("\nreader: internal\n");
    text.append("acts_as: ext-direct\nceiling: RED\nroles: ").append(roles).append('\n');
  }

  /** Addressed to every reader and to its own selection of the others. */
  private static void policy(StringBuilder text, int k) {
    text.append("---\nkind: ReleasePolicy\nid: publisher/class-").append(k).append("@1\n");
    text.append("applies_to: {level: submission}\nrelease: {to: [{org: reader0}");
    for (int m = 1; m < READERS; m++) {
      text.append(", {org: reader").append(m).append('}');
    }
    for (int m = 0; m < OTHERS; m++) {
      if ((k >> m & 1) == 1) {
        text.append(", {org: other").append(m).append('}');
      }
    }
    text.append("]}\n");
  }
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the demo has to tell.
 *
 * @param objects how many objects the members pushed
 * @param secrets by credential
 * @param sights for each chosen object, who sees it
 * @param partners URL of the members' listener, without slash at the end
 * @param management URL of the administrators' listener, without slash at the end
 * @param data the folder
 */
record Shown(
    long objects,
    Map<String, String> secrets,
    Map<Sample.Chosen, List<Community.Sight>> sights,
    String partners,
    String management,
    Path data) {
  @Override
  public String toString() {
    return "Shown[" + objects + " objects, " + secrets.size() + " credentials]";
  }
}

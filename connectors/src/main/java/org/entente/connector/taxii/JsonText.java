// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;

/** Reads one JSON string. */
final class JsonText {
  private JsonText() {}

  /** The string without quotes and escapes; empty when it is none. */
  static String unescaped(String json) {
    try {
      return Json.decodeValue(json) instanceof String text ? text : "";
    } catch (DecodeException notAString) {
      return "";
    }
  }
}

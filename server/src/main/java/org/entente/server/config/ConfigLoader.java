// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the configuration: a YAML file, and above it the environment. */
public final class ConfigLoader {
  private ConfigLoader() {}

  /**
   * Reads and checks everything.
   *
   * @param file the configuration file; without one the defaults hold
   * @param environment variables, of which {@code ENTENTE_SECTION_KEY} override the file
   * @throws ConfigException with all that is wrong, not only the first
   */
  public static Config load(Optional<Path> file, Map<String, String> environment)
      throws ConfigException {
    List<ConfigError> errors = new ArrayList<>();
    Map<String, Written> leaves = file.map(path -> leaves(path, errors)).orElse(Map.of());
    Settings settings = new Settings(leaves, environment, errors);
    Config config = Sections.read(settings);
    settings.refuseUnknown();
    if (!errors.isEmpty()) {
      errors.sort(ConfigError.BY_LINE);
      throw new ConfigException(errors);
    }
    return config;
  }

  /** Every key that can be set, dotted; a list is one key, and so is a map of the operator's. */
  static Set<String> keys() {
    Settings settings = new Settings(Map.of(), Map.of(), new ArrayList<>());
    Config unused = Sections.read(settings);
    return new TreeSet<>(settings.keys());
  }

  private static Map<String, Written> leaves(Path file, List<ConfigError> errors) {
    String name = file.toString();
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    try {
      String yaml = Files.readString(file);
      return YamlLeaves.read(new YamlLeaves.Source(name, folder, true), "", yaml, errors);
    } catch (CharacterCodingException notText) {
      errors.add(new ConfigError(name, "", "is not UTF-8"));
    } catch (IOException unreadable) {
      errors.add(new ConfigError(name, "", "cannot be read: " + unreadable.getMessage()));
    }
    return Map.of();
  }
}

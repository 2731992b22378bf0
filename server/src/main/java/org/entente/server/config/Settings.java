// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was written in the file and, above it, in the environment. Each setting is asked for once,
 * by its key, and what nobody asked for is an error in the end. A value that cannot be read is
 * noted and replaced by the default, so that all errors are told at once.
 */
final class Settings {
  /** Reads one scalar. */
  interface Form<T> {
    /**
     * Reads it.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    T parse(String text);
  }

  private static final String PREFIX = "ENTENTE_";
  private static final Path HERE = Path.of("");
  private static final long LARGEST_SECRET = 64 * 1024;

  private final Map<String, Written> written;
  private final Map<String, String> environment;
  private final List<ConfigError> errors;
  private final Set<String> asked = new TreeSet<>();
  private final Set<String> askedVariables = new TreeSet<>();

  Settings(Map<String, Written> file, Map<String, String> environment, List<ConfigError> errors) {
    this.written = new LinkedHashMap<>(file);
    this.environment = environment;
    this.errors = errors;
  }

  /** The environment variable that overrides a key. */
  static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** The value of a key, or what holds without one. */
  <T> T get(String key, T otherwise, Form<T> form) {
    return find(key, form).orElse(otherwise);
  }

  /** The value of a key that need not be set. */
  <T> Optional<T> find(String key, Form<T> form) {
    return written(key).flatMap(value -> parse(key, value, form));
  }

  /** The scalars of a list; in the environment separated by commas, or a YAML list. */
  <T> List<T> list(String key, List<T> otherwise, Form<T> form) {
    Optional<List<String>> keys = items(key);
    if (keys.isEmpty()) {
      return otherwise;
    }
    List<T> values = new ArrayList<>();
    for (String item : keys.get()) {
      find(item, form).ifPresent(values::add);
    }
    return List.copyOf(values);
  }

  /** The keys of a list's items, or empty when the list is not set. */
  Optional<List<String>> items(String key) {
    override(key);
    asked.add(key);
    Written whole = written.get(key);
    if (whole != null && !whole.text().isEmpty()) {
      errors.add(new ConfigError(whole.place(), key, "is to be a list"));
    }
    List<String> keys = new ArrayList<>();
    String next = key + "[0]";
    while (leavesOf(next).findAny().isPresent()) {
      keys.add(next);
      next = key + "[" + keys.size() + "]";
    }
    boolean set = !keys.isEmpty() || (whole != null && whole.emptyList());
    return set ? Optional.of(keys) : Optional.empty();
  }

  /** The names under a key that is a map of the operator's own. */
  Set<String> names(String key) {
    override(key);
    asked.add(key);
    Set<String> names = new TreeSet<>();
    for (String other : written.keySet()) {
      if (other.startsWith(key + ".")) {
        names.add(other.substring(key.length() + 1));
      }
    }
    String variables = variable(key) + "_";
    for (String variable : environment.keySet()) {
      if (variable.startsWith(variables)) {
        names.add(variable.substring(variables.length()).toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  /** Notes that a value, readable in itself, is wrong beside others. */
  void refuse(String key, String reason) {
    String place =
        written(key).or(() -> leavesOf(key).findFirst()).map(Written::place).orElse("default");
    errors.add(new ConfigError(place, key, reason));
  }

  /** Where a key was written. */
  Optional<Written> written(String key) {
    asked.add(key);
    askedVariables.add(variable(key));
    String value = key.contains("[") ? null : environment.get(variable(key));
    Written found = value == null ? written.get(key) : ofVariable(variable(key), value);
    return Optional.ofNullable(found).filter(some -> !some.text().isEmpty());
  }

  /** The value of a key, or what the file holds that {@code KEY_file} names. */
  <T> Optional<T> findOrInFile(String key, Form<T> form) {
    Optional<Written> itself = written(key);
    Optional<Written> file = written(key + "_file");
    if (itself.isPresent() && file.isPresent()) {
      refuse(key + "_file", "stands beside `" + key + "`; only one of them can hold");
    }
    return itself
        .or(() -> file.flatMap(named -> contents(key + "_file", named)))
        .flatMap(value -> parse(key, value, form));
  }

  /** The path that a key names. */
  Optional<Path> path(String key) {
    return written(key).flatMap(value -> parse(key, value, text -> value.folder().resolve(text)));
  }

  /** Every key that was asked for, lists' items left out. */
  Set<String> keys() {
    return asked.stream().filter(key -> !key.contains("[")).collect(Collectors.toSet());
  }

  private String unknown(String key) {
    String section = key.split("[.\\[]", 2)[0];
    boolean known =
        asked.stream().anyMatch(it -> it.equals(section) || it.startsWith(section + "."));
    return known || section.equals(key)
        ? "is not a setting"
        : "is not a setting; there is no section `" + section + "`";
  }

  /** Notes every key and variable that nobody asked for. */
  void refuseUnknown() {
    Set<String> sections =
        keys().stream()
            .filter(key -> key.contains("."))
            .map(key -> key.substring(0, key.indexOf('.')))
            .collect(Collectors.toSet());
    written.forEach(
        (key, value) -> {
          boolean emptySection = value.text().isEmpty() && sections.contains(key);
          if (!asked.contains(key) && !emptySection) {
            errors.add(new ConfigError(value.place(), key, unknown(key)));
          }
        });
    for (String variable : new TreeSet<>(environment.keySet())) {
      boolean ours = sections.stream().anyMatch(name -> variable.startsWith(variable(name) + "_"));
      if (ours && !askedVariables.contains(variable)) {
        errors.add(new ConfigError(variable, "", "names no setting"));
      }
    }
  }

  private <T> Optional<T> parse(String key, Written value, Form<T> form) {
    try {
      return Optional.of(form.parse(value.text()));
    } catch (IllegalArgumentException refused) {
      errors.add(new ConfigError(value.place(), key, String.valueOf(refused.getMessage())));
      return Optional.empty();
    }
  }

  private Optional<Written> contents(String key, Written named) {
    try {
      Path file = named.folder().resolve(named.text());
      if (Files.size(file) > LARGEST_SECRET) {
        throw new IOException("is larger than 64 KiB");
      }
      String text = Files.readString(file, UTF_8).strip();
      return Optional.of(new Written(named.place(), named.folder(), text, false));
    } catch (IOException | InvalidPathException unreadable) {
      String reason = "names a file that cannot be read: " + unreadable.getMessage();
      errors.add(new ConfigError(named.place(), key, reason));
      return Optional.empty();
    }
  }

  /** Puts what the environment says of a list or a map in the place of what the file says. */
  private void override(String key) {
    String variable = variable(key);
    askedVariables.add(variable);
    String value = environment.get(variable);
    if (value == null) {
      return;
    }
    written.keySet().removeIf(other -> isIn(key, other));
    boolean yaml = value.startsWith("[") || value.startsWith("{");
    YamlLeaves.Source source = new YamlLeaves.Source(variable, HERE, false);
    written.putAll(YamlLeaves.read(source, key, yaml ? value : "[" + value + "]", errors));
  }

  private Stream<Written> leavesOf(String key) {
    return written.entrySet().stream()
        .filter(entry -> isIn(key, entry.getKey()))
        .map(Map.Entry::getValue);
  }

  private static boolean isIn(String key, String other) {
    return other.startsWith(key)
        && (other.length() == key.length() || ".[".indexOf(other.charAt(key.length())) >= 0);
  }

  private static Written ofVariable(String variable, String value) {
    return new Written(variable, HERE, value, false);
  }
}

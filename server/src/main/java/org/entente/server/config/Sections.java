// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import static java.util.function.Predicate.not;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.stix.StixId;
import org.slf4j.event.Level;

/** Every key with its default, section by section. */
final class Sections {
  private static final int MIB = 1 << 20;
  private static final long TIB = 1L << 40;
  private static final Set<String> RESERVED =
      Set.of("taxii2", "admin", "member", "health", "metrics");
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9*][A-Za-z0-9.:*-]{0,253}");
  private static final Pattern SECRET = Pattern.compile("[a-z0-9][a-z0-9_]*");
  private static final String FILE = "_file";

  private final Settings settings;

  private Sections(Settings settings) {
    this.settings = settings;
  }

  static Config read(Settings settings) {
    Sections sections = new Sections(settings);
    Config.Bounds bounds = sections.bounds();
    return new Config(
        sections.storage(),
        sections.network(),
        sections.protocol(bounds.input().envelope()),
        bounds,
        sections.log(),
        sections.feeds());
  }

  private Config.Storage storage() {
    return new Config.Storage(
        settings.findOrInFile("store.uri", StoreUri::parse).orElse(new StoreUri.Sqlite()),
        settings.get("status.keep", Duration.ofDays(7), Forms::duration),
        settings.get("ledger.keep", Duration.ofDays(365), Forms::duration));
  }

  private Config.Network network() {
    Config.Listen listen =
        new Config.Listen(
            settings.get("listen.partners", new HostPort("0.0.0.0", 8443), HostPort::parse),
            settings.get("listen.management", new HostPort("127.0.0.1", 8444), HostPort::parse),
            settings.get("listen.plain", false, Forms::flag));
    List<AddressRange> proxies = settings.list("trusted_proxies", List.of(), AddressRange::parse);
    boolean loopback = listen.partners().isLoopback() && listen.management().isLoopback();
    if (listen.plain() && !loopback && proxies.isEmpty()) {
      settings.refuse(
          "listen.plain",
          "would send secrets in the clear; let both listeners be on loopback, or set"
              + " `trusted_proxies`");
    }
    return new Config.Network(listen, settings.find("public_url", Forms::baseUrl), proxies, tls());
  }

  private Config.Tls tls() {
    Optional<Path> certificate = file("tls.certificate");
    Optional<Path> key = file("tls.key");
    if (settings.written("tls.certificate").isPresent()
        != settings.written("tls.key").isPresent()) {
      settings.refuse(
          settings.written("tls.key").isPresent() ? "tls.key" : "tls.certificate",
          "is set alone; `tls.certificate` and `tls.key` belong together");
    }
    return new Config.Tls(
        certificate,
        key,
        file("tls.client_ca"),
        settings.list("tls.names", List.of(), Forms.matching(HOST, "host name")));
  }

  private Config.Protocol protocol(long envelope) {
    return new Config.Protocol(
        apiRoots(envelope),
        settings.get("auth.anonymous", false, Forms::flag),
        taxii(),
        new Config.Hub(
            settings.get("hub.name", "Entente", text -> text),
            settings.find("hub.contact", text -> text),
            settings.find("hub.identity", Sections::identity),
            settings.find("hub.namespace", Forms::uuid)));
  }

  private Config.Taxii taxii() {
    Config.Taxii taxii =
        new Config.Taxii(
            settings.get("taxii.strict", false, Forms::flag),
            settings.get("taxii.page_default", 500, Forms.count(1, 100_000)),
            settings.get("taxii.page_max", 1000, Forms.count(1, 100_000)),
            settings.get(
                "taxii.empty_objects",
                Config.EmptyObjects.OMIT,
                Forms.choice(Config.EmptyObjects.class)));
    if (taxii.pageDefault() > taxii.pageMax()) {
      settings.refuse("taxii.page_default", "is larger than `taxii.page_max`");
    }
    return taxii;
  }

  private List<Config.ApiRoot> apiRoots(long envelope) {
    Optional<List<String>> items = settings.items("api_roots");
    if (items.isEmpty()) {
      return List.of(new Config.ApiRoot("exchange", "Exchange", Optional.empty(), envelope));
    }
    if (items.get().isEmpty()) {
      settings.refuse("api_roots", "is empty; leave it out for the default");
    }
    List<Config.ApiRoot> roots = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (String item : items.get()) {
      Optional<String> path =
          settings.find(item + ".path", Forms.matching(SEGMENT, "path of one segment"));
      if (settings.written(item + ".path").isEmpty()) {
        settings.refuse(item, "has no `path`");
      }
      path.filter(RESERVED::contains)
          .ifPresent(taken -> settings.refuse(item + ".path", "`" + taken + "` is reserved"));
      path.filter(not(paths::add))
          .ifPresent(taken -> settings.refuse(item + ".path", "`" + taken + "` stands twice"));
      roots.add(
          new Config.ApiRoot(
              path.orElse(""),
              settings.get(item + ".title", path.orElse(""), text -> text),
              settings.find(item + ".description", text -> text),
              settings.get(item + ".max_content_length", envelope, Forms.size(1024, TIB))));
    }
    return List.copyOf(roots);
  }

  private Config.Bounds bounds() {
    Config.Input input =
        new Config.Input(
            settings.get("limits.object", 4L * MIB, Forms.size(1024, 256L * MIB)).intValue(),
            settings.get("limits.envelope", 50L * MIB, Forms.size(1024, TIB)),
            settings.get("limits.objects", 100_000, Forms.count(1, 100_000_000)),
            settings.get("limits.depth", 64, Forms.count(8, 1000)));
    if (input.object() > input.envelope()) {
      settings.refuse("limits.object", "is larger than `limits.envelope`");
    }
    Config.Output output =
        new Config.Output(
            settings.get("limits.page_bytes", 8L * MIB, Forms.size(1024, 1024L * MIB)),
            settings.get("limits.unsent_bytes", 64L * MIB, Forms.size(MIB, TIB)),
            settings.get("limits.connections", 10_000, Forms.count(1, 1_000_000)));
    OptionalLong off = OptionalLong.empty();
    Settings.Form<OptionalLong> many = Forms.orOff(Forms.count(1, 999_999_999));
    return new Config.Bounds(
        input,
        output,
        new Config.Rate(
            settings.get("rate.requests", off, many),
            settings.get("rate.bytes", off, Forms.orOff(Forms.size(1, TIB))),
            settings.get("rate.objects", off, many),
            settings.get("rate.failed_logins", 10, Forms.count(1, 1_000_000))));
  }

  private Config.Log log() {
    return new Config.Log(
        settings.get("log.format", Config.Log.Format.TEXT, Forms.choice(Config.Log.Format.class)),
        settings.get("log.level", Level.INFO, Forms.choice(Level.class)));
  }

  private Config.Feeds feeds() {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    for (String name : settings.names("secrets")) {
      String plain = name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name;
      if (SECRET.matcher(plain).matches()) {
        settings
            .findOrInFile("secrets." + plain, Secret::of)
            .ifPresent(secret -> secrets.put(plain, secret));
      }
    }
    Map<StixId, Path> extensions = new LinkedHashMap<>();
    for (String name : settings.names("extensions")) {
      Optional<StixId> id = StixId.parse(name);
      id.filter(found -> found.type().equals("extension-definition"))
          .ifPresent(
              found -> file("extensions." + name).ifPresent(it -> extensions.put(found, it)));
    }
    List<Path> folders = new ArrayList<>();
    for (String item : settings.items("feeds").orElse(List.of())) {
      settings.path(item).ifPresent(folders::add);
    }
    return new Config.Feeds(Map.copyOf(secrets), List.copyOf(folders), Map.copyOf(extensions));
  }

  private Optional<Path> file(String key) {
    Optional<Path> file = settings.path(key);
    if (file.isPresent() && !Files.isReadable(file.get())) {
      settings.refuse(key, "names a file that is not there or not to be read");
    }
    return file;
  }

  private static StixId identity(String text) {
    return StixId.parse(text)
        .filter(id -> id.type().equals("identity"))
        .orElseThrow(() -> Forms.refused(text, "is no id of an identity"));
  }
}

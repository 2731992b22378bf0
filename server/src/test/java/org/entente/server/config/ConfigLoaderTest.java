// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.stix.StixId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

class ConfigLoaderTest {
  private static final String EXTENSION =
      "extension-definition--11111111-2222-4333-8444-555555555555";

  @TempDir private Path folder;

  @Test
  void load_everySection_readsWhatIsWritten() throws Exception {
    write("ca.pem", "");
    write("abuse", "file-secret\n");
    Config config =
        load(
            Map.of(),
            """
            store: {uri: "mongodb://u:p@db/entente?replicaSet=rs"}
            listen: {partners: "[::1]:9443", management: "localhost:0", plain: true}
            public_url: https://exchange.example/
            trusted_proxies: [10.0.0.0/8, "fd00::1"]
            tls: {client_ca: ca.pem, names: [exchange.example]}
            api_roots:
              - {path: energy, description: for energy, max_content_length: 1MiB}
              - {path: health2}
            taxii: {page_default: 10, page_max: 20, empty_objects: list, strict: true}
            limits: {object: 1024, envelope: 2GiB}
            rate: {requests: 60, bytes: 4KiB}
            hub: {identity: identity--11111111-2222-4333-8444-555555555555}
            status: {keep: PT36H}
            log: {format: json, level: warn}
            secrets: {plain: value, abuse_file: abuse}
            feeds: [feeds]
            """);

    assertThat(config.storage().uri())
        .isEqualTo(new StoreUri.Mongo(Secret.of("mongodb://u:p@db/entente?replicaSet=rs")));
    assertThat(config.storage().statuses()).isEqualTo(Duration.ofHours(36));
    assertThat(config.network().listen())
        .isEqualTo(
            new Config.Listen(new HostPort("::1", 9443), new HostPort("localhost", 0), true));
    assertThat(config.network().publicUrl()).contains(URI.create("https://exchange.example"));
    assertThat(config.network().trustedProxies())
        .containsExactly(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("fd00::1"));
    assertThat(config.network().tls())
        .isEqualTo(
            new Config.Tls(
                Optional.empty(),
                Optional.empty(),
                Optional.of(folder.resolve("ca.pem")),
                List.of("exchange.example")));
    assertThat(config.protocol().apiRoots())
        .containsExactly(
            new Config.ApiRoot("energy", "energy", Optional.of("for energy"), 1 << 20),
            new Config.ApiRoot("health2", "health2", Optional.empty(), 2L << 30));
    assertThat(config.protocol().taxii())
        .isEqualTo(new Config.Taxii(true, 10, 20, Config.EmptyObjects.LIST));
    assertThat(config.protocol().hub().identity())
        .isEqualTo(StixId.parse("identity--11111111-2222-4333-8444-555555555555"));
    assertThat(config.bounds().input()).isEqualTo(new Config.Input(1024, 2L << 30, 100_000, 64));
    assertThat(config.bounds().rate().requests()).hasValue(60);
    assertThat(config.bounds().rate().bytes()).hasValue(4096);
    assertThat(config.bounds().rate().objects()).isEmpty();
    assertThat(config.log()).isEqualTo(new Config.Log(Config.Log.Format.JSON, Level.WARN));
    assertThat(config.feeds().secrets())
        .containsOnly(
            Map.entry("plain", Secret.of("value")), Map.entry("abuse", Secret.of("file-secret")));
    assertThat(config.feeds().folders()).containsExactly(folder.resolve("feeds"));
    assertThat(config.toString()).doesNotContain("u:p", "value", "file-secret");
  }

  @Test
  void load_environment_overridesTheFile() throws Exception {
    write("token", "from-file");
    write("schema.json", "{}");
    Config config =
        load(
            Map.of(
                "ENTENTE_LISTEN_PARTNERS", "127.0.0.1:1",
                "ENTENTE_LIMITS_PAGE_BYTES", "1MiB",
                "ENTENTE_TRUSTED_PROXIES", "10.0.0.1, 10.0.0.2",
                "ENTENTE_TLS_NAMES", "[]",
                "ENTENTE_API_ROOTS", "[{path: energy, title: Energy}]",
                "ENTENTE_SECRETS_ABUSE_CH_FILE", folder.resolve("token").toString(),
                "ENTENTE_EXTENSIONS", "{" + EXTENSION + ": " + folder.resolve("schema.json") + "}",
                "ENTENTE_PORT_8443_TCP", "tcp://10.0.0.1:8443",
                "PATH", "/bin"),
            """
            listen: {partners: "127.0.0.1:9"}
            tls: {names: [a.example]}
            trusted_proxies: [10.9.9.9]
            api_roots: [{path: a}, {path: b}]
            """);

    assertThat(config.network().listen().partners()).isEqualTo(new HostPort("127.0.0.1", 1));
    assertThat(config.bounds().output().pageBytes()).isEqualTo(1 << 20);
    assertThat(config.network().trustedProxies())
        .containsExactly(AddressRange.parse("10.0.0.1"), AddressRange.parse("10.0.0.2"));
    assertThat(config.network().tls().names()).isEmpty();
    assertThat(config.protocol().apiRoots())
        .extracting(Config.ApiRoot::path, Config.ApiRoot::title)
        .containsExactly(tuple("energy", "Energy"));
    assertThat(config.feeds().secrets())
        .containsOnly(Map.entry("abuse_ch", Secret.of("from-file")));
    assertThat(config.feeds().extensions()).hasSize(1);
  }

  @Test
  void load_severalErrors_tellsAllWithTheirLines() {
    assertThat(
            errors(
                Map.of("ENTENTE_LOG_LEVEL", "loud", "ENTENTE_LIMITS_OBJCT", "1"),
                """
                limits:
                  object: 4Mb
                  objetcs: 5
                listen:
                  plain: yes
                log: {format: xml}
                limits: {depth: 3}
                colour: red
                lmits:
                  depth: 9
                """))
        .containsExactly(
            "2: limits.object: `4Mb` is no size such as `4MiB` (B, KiB, MiB or GiB)",
            "3: limits.objetcs: is not a setting",
            "5: listen.plain: `yes` is neither `true` nor `false`",
            "6: log.format: `xml` is none of `text`, `json`",
            "7: limits: is written twice",
            "8: colour: is not a setting",
            "10: lmits.depth: is not a setting; there is no section `lmits`",
            "ENTENTE_LOG_LEVEL: log.level: `loud` is none of `error`, `warn`, `info`,"
                + " `debug`, `trace`",
            "ENTENTE_LIMITS_OBJCT: names no setting");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "listen: {plain: true} | 1: listen.plain: would send secrets in the clear; let both"
            + " listeners be on loopback, or set `trusted_proxies`",
        "listen: {partners: 'nowhere'} | 1: listen.partners: `nowhere` is no `host:port`, such as"
            + " `127.0.0.1:8443` or `[::1]:8443`",
        "listen: {partners: 'h:65536'} | 1: listen.partners: `h:65536` is no `host:port`, such as"
            + " `127.0.0.1:8443` or `[::1]:8443`",
        "trusted_proxies: [10.0.0.0/33] | 1: trusted_proxies[0]: `10.0.0.0/33` is neither an IP"
            + " address nor a range such as `10.0.0.0/8`",
        "trusted_proxies: 10.0.0.1 | 1: trusted_proxies: is to be a list",
        "public_url: 'https://u:p@x' | 1: public_url: `https://u:p@x` is no URL such as"
            + " `https://exchange.example`",
        "api_roots: [] | 1: api_roots: is empty; leave it out for the default",
        "api_roots: [{path: admin}] | 1: api_roots[0].path: `admin` is reserved",
        "api_roots: [{path: a}, {path: a}] | 1: api_roots[1].path: `a` stands twice",
        "api_roots: [{title: a}] | 1: api_roots[0]: has no `path`",
        "api_roots: [{path: a, colour: b}] | 1: api_roots[0].colour: is not a setting",
        "tls: {key: absent.pem} | 1: tls.key: names a file that is not there or not to be read",
        "taxii: {page_default: 2000} | 1: taxii.page_default: is larger than `taxii.page_max`",
        "limits: {object: 60MiB} | 1: limits.object: is larger than `limits.envelope`",
        "limits: {depth: 1e3} | 1: limits.depth: `1e3` is no whole number from 8 to 1000",
        "limits: {page_bytes: 9999999999GiB} | 1: limits.page_bytes: `9999999999GiB` is not from"
            + " 1024 to 1073741824 bytes",
        "limits: 5 | 1: limits: is not a setting",
        "status: {keep: P0D} | 1: status.keep: `P0D` is no duration such as `P7D` or `PT12H`",
        "hub: {identity: tool--11111111-2222-4333-8444-555555555555} | 1: hub.identity:"
            + " `tool--11111111-2222-4333-8444-555555555555` is no id of an identity",
        "hub: {namespace: 1-1-1-1-1} | 1: hub.namespace: `1-1-1-1-1` is no UUID in lower case",
        "store: {uri: 'postgres://u:hunter2@x'} | 1: store.uri: is neither `sqlite:` nor begins with"
            + " `mongodb://` or `mongodb+srv://`",
        "secrets: {Bad: x} | 1: secrets.Bad: is not a setting",
        "secrets: {a: &x one, b: *x} | 1: secrets.b: refers to an anchor; write the value",
        "store: {uri_file: absent} | 1: store.uri_file: names a file that cannot be read",
        "'a: b: c' | 1: is no YAML: mapping values are not allowed here",
      })
  void load_oneThingWrong_tellsWhere(String yaml, String error) {
    assertThat(errors(Map.of(), yaml)).anySatisfy(found -> assertThat(found).startsWith(error));
  }

  @Test
  void load_fileThatIsNotThere_saysSo() {
    ConfigException refused =
        catchThrowableOfType(
            ConfigException.class,
            () -> ConfigLoader.load(Optional.of(folder.resolve("none.yaml")), Map.of()));

    assertThat(refused).hasMessageContaining("none.yaml: cannot be read");
  }

  @Test
  void addressRange_contains_comparesLeadingBits() throws Exception {
    AddressRange range = AddressRange.parse("10.32.0.0/11");

    assertThat(range.contains(InetAddress.getByName("10.63.255.255"))).isTrue();
    assertThat(range.contains(InetAddress.getByName("10.64.0.0"))).isFalse();
    assertThat(range.contains(InetAddress.getByName("::1"))).isFalse();
    assertThat(AddressRange.parse("::/0").contains(InetAddress.getByName("fe80::1"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "127.8.9.1:1, true",
    "[::1]:1, true",
    "localhost:1, true",
    "0.0.0.0:1, false",
    "[::]:1, false",
    "exchange.example:1, false",
    "10.0.0.1:1, false",
  })
  void hostPort_isLoopback_onlyWhereNobodyElseReaches(String text, boolean loopback) {
    assertThat(HostPort.parse(text).isLoopback()).isEqualTo(loopback);
    assertThat(HostPort.parse(text)).hasToString(text);
  }

  private Config load(Map<String, String> environment, String yaml) throws Exception {
    return ConfigLoader.load(Optional.of(write("entente.yaml", yaml)), environment);
  }

  private List<String> errors(Map<String, String> environment, String yaml) {
    ConfigException refused =
        catchThrowableOfType(ConfigException.class, () -> load(environment, yaml));
    String file = folder.resolve("entente.yaml") + ":";
    return Arrays.stream(refused.getMessage().split("\n"))
        .map(line -> line.replace(file, ""))
        .toList();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}

// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.security.auth.x500.X500Principal;
import org.entente.server.auth.SecretFactory.NewSecret;
import org.entente.server.config.AddressRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorTest implements Credentials {
  private static final String ID = "acme/feed";
  private static final Principal ACME = new Principal(ID, "acme");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final Random random = new Random(1);
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final NewSecret secret = new SecretFactory(random).create();
  private final Map<String, KnownCredential> known = new HashMap<>();
  private final Passwords passwords = new Passwords(vertx, 2, random);
  private InetAddress here = InetAddress.getLoopbackAddress();
  private Authenticator authenticator = authenticator(false);

  @Override
  public Optional<KnownCredential> byId(String credentialId) {
    return Optional.ofNullable(known.get(credentialId));
  }

  @Override
  public Optional<KnownCredential> byKeyId(String keyId) {
    return known.values().stream()
        .filter(c -> c.secrets().stream().anyMatch(s -> s.keyId().equals(keyId)))
        .findFirst();
  }

  @Override
  public Optional<KnownCredential> byCertificate(String sha256, X500Principal subject) {
    return Optional.empty();
  }

  private Authenticator authenticator(boolean anonymous) {
    return new Authenticator(
        this,
        passwords,
        new AuthSettings(anonymous, Rate.perMinute(10)),
        now::get,
        nanos::get,
        random);
  }

  private void know(boolean usable, Optional<Instant> expires, AddressRange... from) {
    known.put(
        ID,
        new KnownCredential(
            ID,
            "acme",
            usable,
            List.of(new StoredSecret(secret.keyId(), secret.sha256(), expires)),
            Optional.empty(),
            List.of(from)));
  }

  private void know(String passwordHash) {
    known.put(
        ID, new KnownCredential(ID, "acme", true, List.of(), Optional.of(passwordHash), List.of()));
  }

  @BeforeEach
  void knowTheSecret() {
    know(true, Optional.empty());
  }

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private Future<Principal> header(String authorization) {
    return authenticator.authenticate(new Presented(here, authorization, null, Optional.empty()));
  }

  private void assertRefused(Future<Principal> result, AuthFailure.Kind kind) throws Exception {
    AuthFailure failure =
        get(result.map(Optional.<AuthFailure>empty()).otherwise(f -> Optional.of((AuthFailure) f)))
            .orElseThrow();
    assertThat(failure.kind()).isEqualTo(kind);
  }

  @Test
  void authenticate_secretInEachScheme_isThePrincipal() throws Exception {
    String text = secret.text();
    for (String header :
        List.of(
            "Bearer " + text,
            "bearer  " + text,
            "Token " + text,
            "TOKEN " + text,
            basic(ID, text),
            basic("", text),
            basic("", text).replace("Basic", "basic"))) {
      assertThat(get(header(header))).isEqualTo(ACME);
      assertThat(get(header(header))).isEqualTo(ACME);
    }
    Presented key = new Presented(here, null, text, Optional.empty());
    assertThat(get(authenticator.authenticate(key))).isEqualTo(ACME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Bearer",
        "Bearer ",
        "Basic !!!",
        "Basic",
        "Digest x",
        "Basic bm9jb2xvbg==",
        "Basic YWNtZS9mZWVkOg==",
        "Bearer ent_nothing",
        "Basic /w=="
      })
  void authenticate_anythingElse_isRefused(String header) throws Exception {
    assertRefused(header(header), AuthFailure.Kind.REFUSED);
  }

  @Test
  void authenticate_secretOfAnotherUser_isRefused() throws Exception {
    assertRefused(header(basic("acme/other", secret.text())), AuthFailure.Kind.REFUSED);
  }

  @Test
  void authenticate_lastCharacterChanged_isRefused() throws Exception {
    String text = secret.text();
    char last = text.charAt(text.length() - 1) == 'x' ? 'y' : 'x';
    String wrong = text.substring(0, text.length() - 1) + last;
    assertRefused(header("Bearer " + wrong), AuthFailure.Kind.REFUSED);
  }

  @Test
  void authenticate_afterRevocation_isRefusedAtOnce() throws Exception {
    assertThat(get(header("Bearer " + secret.text()))).isEqualTo(ACME);
    known.clear();
    assertRefused(header("Bearer " + secret.text()), AuthFailure.Kind.REFUSED);
  }

  @Test
  void authenticate_unusableOrElsewhere_isRefusedAlthoughRemembered() throws Exception {
    assertThat(get(header("Bearer " + secret.text()))).isEqualTo(ACME);
    know(false, Optional.empty());
    assertRefused(header("Bearer " + secret.text()), AuthFailure.Kind.REFUSED);
    know(true, Optional.empty(), AddressRange.parse("192.0.2.0/24"));
    assertRefused(header("Bearer " + secret.text()), AuthFailure.Kind.REFUSED);
    here = AddressRange.literal("192.0.2.9").orElseThrow();
    assertThat(get(header("Bearer " + secret.text()))).isEqualTo(ACME);
  }

  @Test
  void authenticate_expiredSecret_isRefusedFromThatMomentOn() throws Exception {
    know(true, Optional.of(START.plusSeconds(60)));
    assertThat(get(header("Bearer " + secret.text()))).isEqualTo(ACME);
    now.set(START.plusSeconds(60));
    assertRefused(header("Bearer " + secret.text()), AuthFailure.Kind.REFUSED);
  }

  @Test
  void authenticate_nothing_isRefusedUnlessAnonymousMay() throws Exception {
    Presented nothing = new Presented(here, null, null, Optional.empty());
    assertRefused(authenticator.authenticate(nothing), AuthFailure.Kind.REFUSED);
    authenticator = authenticator(true);
    assertThat(get(authenticator.authenticate(nothing)).anonymous()).isTrue();
    assertRefused(header("Bearer wrong"), AuthFailure.Kind.REFUSED);
  }

  @Test
  void authenticate_tenWrongGuesses_blockFurtherOnesOfTheAddressForAWhile() throws Exception {
    know(get(passwords.hash("right")));
    for (int i = 0; i < 10; i++) {
      assertRefused(header("Bearer wrong" + i), AuthFailure.Kind.REFUSED);
    }
    assertRefused(header("Bearer wrong"), AuthFailure.Kind.TOO_MANY);
    assertRefused(header("Bearer " + secret.text()), AuthFailure.Kind.TOO_MANY);
    assertRefused(header(basic(ID, "right")), AuthFailure.Kind.TOO_MANY);
    here = AddressRange.literal("192.0.2.9").orElseThrow();
    assertThat(get(header(basic(ID, "right")))).isEqualTo(ACME);
    here = InetAddress.getLoopbackAddress();
    assertThat(get(header(basic(ID, "right")))).isEqualTo(ACME);
    nanos.addAndGet(Duration.ofSeconds(7).toNanos());
    assertRefused(header(basic(ID, "wrong")), AuthFailure.Kind.REFUSED);
    assertRefused(header(basic(ID, "wrong")), AuthFailure.Kind.TOO_MANY);
  }

  @Test
  void authenticate_rightSecretBesideGuesses_isNotStopped() throws Exception {
    for (int i = 0; i < 50; i++) {
      Future<Principal> guess = header("Bearer wrong" + i);
      assertRefused(guess, i < 10 ? AuthFailure.Kind.REFUSED : AuthFailure.Kind.TOO_MANY);
    }
    assertThat(get(header("Bearer " + secret.text()))).isEqualTo(ACME);
    assertThat(get(header(basic(ID, secret.text())))).isEqualTo(ACME);
  }

  @Test
  void authenticate_guessesFromOneSubnet_countTogether() throws Exception {
    for (int i = 0; i < 10; i++) {
      here = AddressRange.literal("2001:db8::" + i).orElseThrow();
      assertRefused(header("Bearer wrong"), AuthFailure.Kind.REFUSED);
    }
    here = AddressRange.literal("2001:db8::ffff").orElseThrow();
    assertRefused(header("Bearer wrong"), AuthFailure.Kind.TOO_MANY);
    here = AddressRange.literal("2001:db8:0:1::1").orElseThrow();
    assertRefused(header("Bearer wrong"), AuthFailure.Kind.REFUSED);
  }

  @Test
  void authenticate_password_isCheckedAndRemembered() throws Exception {
    know(get(passwords.hash("Passw0rd:with:colons")));
    assertThat(get(header(basic(ID, "Passw0rd:with:colons")))).isEqualTo(ACME);
    assertThat(header(basic(ID, "Passw0rd:with:colons")).isComplete()).isTrue();
    assertRefused(header(basic(ID, "Passw0rd")), AuthFailure.Kind.REFUSED);
    assertRefused(header(basic("nobody", "Passw0rd:with:colons")), AuthFailure.Kind.REFUSED);
    know(get(passwords.hash("another")));
    assertRefused(header(basic(ID, "Passw0rd:with:colons")), AuthFailure.Kind.REFUSED);
    assertThat(get(header(basic(ID, "another")))).isEqualTo(ACME);
  }

  @Test
  void authenticate_samePasswordManyTimesAtOnce_isCheckedOnce() throws Exception {
    know(get(passwords.hash("secret")));
    List<Future<Principal>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(header(basic(ID, "secret")));
    }
    for (Future<Principal> one : all) {
      assertThat(get(one)).isEqualTo(ACME);
    }
  }
}

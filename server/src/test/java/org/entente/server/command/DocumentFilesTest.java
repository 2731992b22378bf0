// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.document.Source;
import org.junit.jupiter.api.Test;

class DocumentFilesTest {
  @Test
  void read_standardInput_isTextInUtf8OrRefused() throws Exception {
    byte[] text = "name: Käfer".getBytes(StandardCharsets.UTF_8);
    assertThat(DocumentFiles.read(List.of("-"), new ByteArrayInputStream(text)))
        .containsExactly(new Source("", "name: Käfer"));
    byte[] latin = "name: Käfer".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> DocumentFiles.read(List.of("-"), new ByteArrayInputStream(latin)))
        .isInstanceOf(IOException.class)
        .hasMessage("standard input is not UTF-8");
  }
}

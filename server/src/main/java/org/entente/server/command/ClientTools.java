// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the commands that speak TAXII have beside their arguments.
 *
 * @param clock tells how long things take
 * @param random spreads repeated requests and makes ids
 * @param input standard input, as bytes
 * @param output standard output, as bytes
 * @param terminal whether somebody looks at standard error
 * @param version of the program, for servers to see
 */
public record ClientTools(
    InstantSource clock,
    RandomGenerator random,
    InputStream input,
    OutputStream output,
    boolean terminal,
    String version) {}

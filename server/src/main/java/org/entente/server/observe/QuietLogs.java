// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.entente.server.config.Config;
import org.slf4j.event.Level;

/**
 * What holds until the configuration is read, and for commands that read none: warnings, as text.
 * Logback finds it by {@code META-INF/services}, after a {@code logback-test.xml}.
 */
@ConfiguratorRank(ConfiguratorRank.NOMINAL)
public final class QuietLogs extends ContextAwareBase implements Configurator {
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Logs.apply(context, Config.Log.Format.TEXT, Level.WARN);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}

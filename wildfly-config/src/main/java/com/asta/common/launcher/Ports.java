package com.asta.common.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The three ports a server listens on. */
public record Ports(int http, int management, int jms) {

  /** Three ports nobody listens on now. */
  public static Ports free() {
    int[] free = free(3);
    return new Ports(free[0], free[1], free[2]);
  }

  /** One port nobody listens on now. */
  public static int freeOne() {
    return free(1)[0];
  }

  /** Refuses when somebody listens on the port already. */
  public static void requireFree(int port, String purpose, String variable) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException busy) {
      throw new Refusal(
          "Port %d (%s) is in use: stop what listens there, or set %s to a free port."
              .formatted(port, purpose, variable));
    }
  }

  /** Holds all sockets open until all are found, so that no port is given twice. */
  private static int[] free(int count) {
    ServerSocket[] sockets = new ServerSocket[count];
    int[] ports = new int[count];
    try {
      for (int i = 0; i < count; i++) {
        sockets[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ports[i] = sockets[i].getLocalPort();
      }
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

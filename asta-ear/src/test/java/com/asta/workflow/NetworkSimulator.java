package com.asta.workflow;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Switches the demo's network off, so that a test can be the network. */
final class NetworkSimulator {
  private NetworkSimulator() {}

  static void silence() {
    invoke("stopDelivery");
  }

  static void resume() {
    invoke("startDelivery");
  }

  private static void invoke(String operation) {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      var names =
          server.queryNames(
              new ObjectName(
                  "jboss.as:deployment=*,subdeployment=asta-ejb.jar,subsystem=ejb3,"
                      + "message-driven-bean=ProvisioningSimulator"),
              null);
      for (ObjectName name : names) {
        server.invoke(name, operation, new Object[0], new String[0]);
      }
      if (names.isEmpty()) {
        throw new IllegalStateException("The simulator is not deployed");
      }
    } catch (JMException e) {
      throw new IllegalStateException(operation, e);
    }
  }
}

package com.asta.payments.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The REST resources for programs outside. */
@ApplicationPath("/rest")
public class RestInterfaces extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(GatewayNoticeResource.class);
  }
}

package com.asta.common.web;

import com.asta.common.service.HealthService;
import com.asta.common.service.SystemHealth;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Whether the installation is well: database, messages, mail, disk and memory. */
@Named
@ViewScoped
public class HealthView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long MEGABYTE = 1L << 20;

  @Inject private transient HealthService health;

  private transient SystemHealth now;

  /** Measures anew. */
  public void refresh() {
    now = null;
  }

  public SystemHealth getNow() {
    if (now == null) {
      now = health.measure();
    }
    return now;
  }

  /** Bytes as MB, or as GB from ten on. */
  public String size(long bytes) {
    long megabytes = bytes / MEGABYTE;
    return megabytes >= 10 * 1024 ? megabytes / 1024 + " GB" : megabytes + " MB";
  }
}

package com.asta.common.service;

import com.asta.common.OperatorZone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The one source of now: the machine's clock, or a demo's, which people can move ahead. */
@ApplicationScoped
public class Clocks {
  @Inject private DemoClockSetting setting;

  @Produces
  public Clock clock() {
    return DemoClockSetting.isDemo()
        ? new Ahead(setting, OperatorZone.ID)
        : Clock.system(OperatorZone.ID);
  }

  /** The machine's clock plus what the demo is ahead of it. */
  private static final class Ahead extends Clock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final DemoClockSetting setting;
    private final ZoneId zone;

    Ahead(DemoClockSetting setting, ZoneId zone) {
      this.setting = setting;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Ahead(setting, other);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(setting.ahead());
    }
  }
}

package com.asta.common.service;

/** A subsystem's part of the demo operator, loaded once, at the first start of a demo. */
public interface DemoPart {
  /** Parts load in this order; it runs along the sale. */
  int order();

  /** Loads the part through the services, with the system role, in one transaction. */
  void load();
}

package com.asta.charging.service;

import java.time.LocalDate;

/** How late usage may come and still be billed; billing knows. */
public interface UsageCutOff {
  /** The first day whose usage is still taken; what is older is rejected. */
  LocalDate earliest();
}

package com.asta.billing.service;

import com.asta.common.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What customers have not paid in time, for their invoices to say; payments knows. */
public interface Arrears {
  /** The open amounts that were due before a day, by account; accounts without any are absent. */
  Map<Long, List<Money>> overdue(Collection<Long> accountIds, LocalDate on);
}

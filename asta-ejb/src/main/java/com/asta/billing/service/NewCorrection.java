package com.asta.billing.service;

import com.asta.billing.rules.CorrectionReason;
import com.asta.billing.rules.LineChange;
import com.asta.common.Money;
import java.util.List;

/**
 * A wish to correct an invoice.
 *
 * @param requestKey the same key again is the same wish
 * @param seenLeft gross that was left of the invoice when the person decided
 * @param text what the credit note says about the reason
 * @param changes what lines should have said; null takes the whole invoice back
 */
public record NewCorrection(
    String requestKey,
    long invoiceId,
    Money seenLeft,
    CorrectionReason reason,
    String text,
    List<LineChange> changes) {
  public NewCorrection {
    changes = changes == null ? null : List.copyOf(changes);
  }

  public boolean isWhole() {
    return changes == null;
  }
}

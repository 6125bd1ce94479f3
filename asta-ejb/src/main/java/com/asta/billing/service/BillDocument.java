package com.asta.billing.service;

import com.asta.billing.model.BillRunStatus;
import java.util.List;

/** A bill, draft or issued, down to its items. */
public record BillDocument(
    BillRow head,
    long runId,
    BillRunStatus runStatus,
    List<BillItemRow> items,
    List<TaxRow> taxes) {}

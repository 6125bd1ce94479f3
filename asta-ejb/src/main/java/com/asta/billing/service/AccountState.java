package com.asta.billing.service;

import com.asta.billing.rules.QuarantineReason;

/** What became of an account in a run; its draft, if it has one. */
record AccountState(
    long accountId, String status, QuarantineReason reason, String detail, Long billId) {}

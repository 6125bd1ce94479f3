package com.asta.payments.rules;

import java.math.BigDecimal;

/** So many notes or coins of a denomination. */
public record CashPieces(BigDecimal denomination, int pieces) {}

package com.asta.billing.rules;

import com.asta.common.Money;
import java.time.LocalDate;

/** A charge entered by hand or by dunning that no bill took yet. */
public record ManualItem(
    long id, String code, LocalDate chargedOn, Money net, Texts texts, String vatCategory) {}

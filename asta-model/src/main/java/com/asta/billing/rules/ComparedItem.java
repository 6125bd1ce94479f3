package com.asta.billing.rules;

import com.asta.common.Money;
import com.asta.common.Period;
import java.math.BigDecimal;

/**
 * A bill item as it is compared with those of the bill before.
 *
 * @param subscriptionId null for what belongs to the account
 * @param code what the item is of: the charge's code; null for recurring prices
 * @param unitPrice of the whole nominal period
 * @param net as shown, at the currency's scale
 */
public record ComparedItem(
    ItemKind kind,
    Long subscriptionId,
    String code,
    Texts texts,
    String serviceId,
    Period period,
    Money unitPrice,
    BigDecimal quantity,
    String unit,
    Money net) {}

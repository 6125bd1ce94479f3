package com.asta.customers.service;

import com.asta.customers.rules.Likeness;
import java.util.Set;

/** A customer who may be the one about to be registered, and what speaks for it. */
public record LikelyDuplicate(CustomerRow customer, Set<Likeness> because) {}

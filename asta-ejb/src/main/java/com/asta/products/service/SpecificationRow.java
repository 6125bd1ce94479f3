package com.asta.products.service;

import com.asta.products.rules.FulfilmentKind;

/** A product specification. */
public record SpecificationRow(
    long id,
    String code,
    String nameEn,
    String namePl,
    String descriptionEn,
    String descriptionPl,
    FulfilmentKind fulfilment) {}

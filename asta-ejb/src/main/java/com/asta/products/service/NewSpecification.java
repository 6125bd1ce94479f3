package com.asta.products.service;

import com.asta.products.rules.FulfilmentKind;

/** A product to be described. */
public record NewSpecification(
    String code,
    FulfilmentKind fulfilment,
    String nameEn,
    String namePl,
    String descriptionEn,
    String descriptionPl) {}

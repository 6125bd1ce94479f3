package com.asta.products.service;

/** A tariff by which usage may be charged. */
public record SchemeName(String code, String nameEn, String namePl) {}

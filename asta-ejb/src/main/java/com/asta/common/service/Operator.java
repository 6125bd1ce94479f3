package com.asta.common.service;

/** The seller: name, address, tax number, bank account and contact. */
public record Operator(
    String name,
    String street,
    String postalCode,
    String city,
    String country,
    String nip,
    String iban,
    String bankName,
    String email,
    String phone,
    String currency) {}

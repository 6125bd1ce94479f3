package com.asta.billing.service;

/**
 * Seller or buyer as an invoice shows it, frozen when it was issued.
 *
 * @param nip empty for a private person
 * @param iban the seller's bank account; empty for a buyer
 */
public record Party(
    String name,
    String street,
    String postalCode,
    String city,
    String country,
    String nip,
    String email,
    String phone,
    String iban,
    String bankName) {}

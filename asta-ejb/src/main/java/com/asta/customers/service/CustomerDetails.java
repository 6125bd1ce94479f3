package com.asta.customers.service;

/**
 * A customer's data as a form edits it.
 *
 * @param version what the form was filled from; saving against a newer one is refused
 */
public record CustomerDetails(long id, int version, NewCustomer values) {}

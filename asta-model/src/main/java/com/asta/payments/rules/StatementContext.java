package com.asta.payments.rules;

/**
 * What reading a file needs to know besides the file.
 *
 * @param label names statements of formats that have no identification; unique per file
 * @param currency of formats that do not say it
 */
public record StatementContext(OwnAccounts own, String label, String currency) {}

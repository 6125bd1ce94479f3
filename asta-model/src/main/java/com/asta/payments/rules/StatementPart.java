package com.asta.payments.rules;

/** What a statement file yields, in the order of the file. */
public sealed interface StatementPart permits StatementHeader, StatementEntry, StatementFooter {}

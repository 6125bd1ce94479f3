package com.asta.payments.rules;

/**
 * What makes an entry the same when the bank tells it again, in whatever format.
 *
 * @param value shown to people; unique within the own account: the bank's reference, else the place
 *     in an identified statement, else a hash of what the entry says
 * @param given the bank gave the reference
 * @param likeness hash of day, amount and other account: equal in every format
 * @param ordinal 1 for the first entry of this likeness in its file
 * @param batch the bank's reference of the entry this one is a part of; may be empty
 */
public record EntryKey(String value, boolean given, String likeness, int ordinal, String batch) {}

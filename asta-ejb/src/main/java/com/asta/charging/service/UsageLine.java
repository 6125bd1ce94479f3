package com.asta.charging.service;

import com.asta.charging.rules.CdrLine;

/**
 * A record of a usage file with what it turned out to be.
 *
 * @param number its line in the file, or its first; the first line is 1
 * @param last its last line; the same unless a record is a paragraph
 * @param next octet in the file at which the next one begins
 * @param raw the record itself, shortened if it is very long
 */
public record UsageLine(long number, long last, long next, String raw, CdrLine content) {}

package com.asta.charging.service;

import com.asta.charging.rules.CdrLine;

/**
 * A line of a usage file with what it turned out to be.
 *
 * @param number position in the file, the first line is 1
 * @param next octet in the file at which the next line begins
 * @param raw the line itself, shortened if it is very long
 */
public record UsageLine(long number, long next, String raw, CdrLine content) {}

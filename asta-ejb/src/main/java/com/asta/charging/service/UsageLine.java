package com.asta.charging.service;

import com.asta.charging.rules.CdrLine;

/**
 * A line of a usage file with what it turned out to be.
 *
 * @param number position in the file, the first line is 1
 * @param raw the line itself, shortened if it is very long
 */
public record UsageLine(long number, String raw, CdrLine content) {}

/**
 * How a bill comes to its lines: bill cycles, proration, what is still to be billed of a phase and
 * of usage, tax by category, class of buyers and country; how an invoice is corrected, and why a
 * bill differs from the one before. Pure functions over plain values; the bill run, the trial and
 * the preview of a first bill call the very same ones.
 */
package com.asta.billing.rules;

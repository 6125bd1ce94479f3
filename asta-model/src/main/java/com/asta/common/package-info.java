/**
 * The values every subsystem speaks in: money, periods, identifiers of the outside world, and the
 * refusal. Below everything; knows nothing of the sale.
 */
package com.asta.common;

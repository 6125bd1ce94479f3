/**
 * How parties are named, reached, found and recognised again. Pure functions and values; nothing
 * here knows a database or a clock.
 */
package com.asta.customers.rules;

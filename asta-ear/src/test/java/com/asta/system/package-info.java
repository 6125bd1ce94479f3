/**
 * The whole system under test: one server for all tests that run in it, a browser in front of it,
 * and servers that may be killed.
 */
package com.asta.system;

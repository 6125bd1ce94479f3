/**
 * Screens for customers: list, registration, the 360° page, the queue of planned talks, and the
 * frame of self-care. Fragments of downstream subsystems are included by their pages' names only.
 */
package com.asta.customers.web;

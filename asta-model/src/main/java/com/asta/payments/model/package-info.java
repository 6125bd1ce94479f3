/** The tables of payments as entities; amounts change only by intent verbs. */
package com.asta.payments.model;

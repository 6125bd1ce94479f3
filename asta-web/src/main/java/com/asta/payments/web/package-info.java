/** Screens of payments: one view bean for each page. */
package com.asta.payments.web;

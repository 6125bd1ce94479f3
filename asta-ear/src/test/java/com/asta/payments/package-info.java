/** Payments on the real database, queue, batch jobs and screens. */
package com.asta.payments;

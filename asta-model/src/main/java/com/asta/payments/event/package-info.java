/** What payments tells the subsystems downstream and integrators. */
package com.asta.payments.event;

/** Charging in the real server: usage files, online requests over JMS, tariffs, vouchers. */
package com.asta.charging;

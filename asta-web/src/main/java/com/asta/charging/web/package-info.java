/** Pages of charging: tariffs, usage imports, prepaid accounts, vouchers, a customer's usage. */
package com.asta.charging.web;

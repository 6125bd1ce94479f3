/** Scan-first screens of the warehouse clerk. */
package com.asta.warehouse.web;

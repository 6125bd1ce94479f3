/** What processes ask of the warehouse. */
package com.asta.warehouse.messaging;

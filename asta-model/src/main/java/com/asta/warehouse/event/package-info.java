/** What the warehouse tells the others. */
package com.asta.warehouse.event;

/** Locations, product models, devices by serial number, their movements, and receipts. */
package com.asta.warehouse.model;

/**
 * Devices in stock by serial number (terms of TMF687 Stock).
 *
 * <p>Owns locations, product models, stock items with every movement, and receipts (schema {@code
 * warehouse}). Acts on the command {@code ReserveStock} and on {@link
 * com.asta.workflow.event.ProcessCancelled}; does the human task {@code pick-and-ship}; publishes
 * {@link com.asta.warehouse.event.ItemShipped}.
 */
package com.asta.warehouse.service;

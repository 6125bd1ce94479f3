/**
 * The doors of products: the catalogue ({@code CatalogueService}), orders ({@code OrderService}),
 * and what customers hold ({@code SubscriptionService}).
 *
 * <p>Owns the schema {@code products}. Calls customers and workflow. Publishes {@code
 * asta.products.events}. Listens to {@code asta.workflow.commands} (ActivateOrder). Asks the port
 * {@link com.asta.products.service.SchemeDirectory} which tariffs exist.
 *
 * <p>Follows TMF620, TMF622 and TMF637.
 */
package com.asta.products.service;

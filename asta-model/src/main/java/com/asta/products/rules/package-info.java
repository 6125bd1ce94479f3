/**
 * The decisions of the catalogue, of orders and of subscriptions, as pure functions: what may be
 * published, what a bundle resolves to, how a change of offer cuts the phases of a subscription.
 *
 * <p>Follows TMF620 (lifecycle, bundle cardinality), TMF622 (order states) and TMF637 (product
 * states).
 */
package com.asta.products.rules;

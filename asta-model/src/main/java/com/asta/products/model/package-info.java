/**
 * The catalogue (specification, offer, immutable offer version with prices and bundle items), the
 * orders and the inventory of subscriptions with their phases.
 *
 * <p>Follows TMF620, TMF622 and TMF637. Accounts and customers are referred to by id.
 */
package com.asta.products.model;

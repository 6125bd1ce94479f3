/**
 * Owns customers, their accounts (whose id leads every downstream key), contact data, consents and
 * interactions.
 *
 * <p>Publishes {@link com.asta.customers.event.CustomerRegistered} and {@link
 * com.asta.customers.event.ConsentWithdrawn}; listens to nothing. Follows TMF629 Customer, TMF632
 * Party, TMF666 Account and TMF683 Party Interaction.
 */
package com.asta.customers.service;

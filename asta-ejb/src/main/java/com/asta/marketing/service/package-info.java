/**
 * Marketing: targets, campaigns by e-mail, unsubscription, surveys.
 *
 * <p>Owns the schema {@code marketing}. Calls customers (criteria, cards, consents), products (who
 * holds an offer) and common's mail. Publishes {@code CampaignSent} and {@code SurveyAnswered};
 * listens to nothing. Follows RFC 2369/8058 in spirit: each mail says how to leave, leaving takes
 * one click and no sign-in, and holds for the address.
 */
package com.asta.marketing.service;

/** Pages of marketing: targets, campaigns, surveys, and what invited people see. */
package com.asta.marketing.web;

/** Targets, campaigns and surveys as they are stored. */
package com.asta.marketing.model;

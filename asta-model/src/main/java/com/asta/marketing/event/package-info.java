/** Facts that marketing publishes. */
package com.asta.marketing.event;

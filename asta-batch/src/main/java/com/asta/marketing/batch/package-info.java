/** The job that sends a campaign: freeze the recipients, mail each once, finish. Restartable. */
package com.asta.marketing.batch;

/** The batch job {@code charging-usage-import}: from a usage file to rated, totalled usage. */
package com.asta.charging.batch;

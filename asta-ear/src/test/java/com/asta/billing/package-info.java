/** Bill runs through the real services, the real jobs and the real database. */
package com.asta.billing;

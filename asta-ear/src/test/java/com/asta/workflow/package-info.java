/** Processes on the real engine, database and broker. */
package com.asta.workflow;

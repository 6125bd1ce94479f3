/**
 * Batch jobs as people see them: starting, stopping and restarting (JSR 352), progress written in
 * the transaction of the work, and the restart of what a crash interrupted. Owns the tables {@code
 * common.job_run} and {@code common.job_progress}; reads the server's own job repository.
 */
package com.asta.common.batch;

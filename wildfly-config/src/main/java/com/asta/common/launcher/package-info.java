/**
 * Starts Asta Sales: an embedded PostgreSQL, then WildFly on a copy of the base folder. The run
 * profile, the integration tests and the crash tests all start servers through this package.
 */
package com.asta.common.launcher;

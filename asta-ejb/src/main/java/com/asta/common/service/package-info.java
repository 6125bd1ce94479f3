/**
 * The plumbing of every service: roles, messages out (outbox) and in (inbox), audit, logins, the
 * operator's own data, migrations, and the ports by which subsystems join search and demo.
 */
package com.asta.common.service;

/**
 * Entities of charging: tariffs with their immutable versions, prepaid charging accounts and
 * voucher batches. Usage, ledger and answers are plain tables, written in bulk by the services.
 */
package com.asta.charging.model;

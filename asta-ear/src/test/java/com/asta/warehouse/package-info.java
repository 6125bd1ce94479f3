/** The warehouse on the real database, and its screens. */
package com.asta.warehouse;

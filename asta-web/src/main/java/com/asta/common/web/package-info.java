/** What every page stands on: sign-in, look and language, formats, search, errors, lazy tables. */
package com.asta.common.web;

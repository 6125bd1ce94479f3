/** The plumbing on the real server. */
package com.asta.common;

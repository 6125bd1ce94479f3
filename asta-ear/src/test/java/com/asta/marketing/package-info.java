/** Tests of marketing in the real server, with a real mail server. */
package com.asta.marketing;

/** What makes a record a published fact. */
package com.asta.common.event;

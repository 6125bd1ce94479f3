/** What message-driven beans share: parsing, and acting once per message. */
package com.asta.common.messaging;

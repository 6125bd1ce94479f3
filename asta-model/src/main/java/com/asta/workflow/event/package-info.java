/** What processes tell other subsystems and the network, and what those answer. */
package com.asta.workflow.event;

/** Takes the answers that processes wait for, and simulates the network in the demo. */
package com.asta.workflow.messaging;

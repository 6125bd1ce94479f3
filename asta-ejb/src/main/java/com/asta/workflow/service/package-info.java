/**
 * Runs business processes drawn in BPMN 2.0 ({@code processes/*.bpmn}) in the embedded Operaton
 * engine, whose types never leave this package.
 *
 * <p>Owns process instances, human tasks and incidents (schema {@code workflow}). Sends the
 * commands of its steps to the topic {@code asta.workflow.commands} (the network's to the queue
 * {@code asta.provisioning.command}), takes answers from the queues {@code asta.workflow.replies}
 * and {@code asta.provisioning.answer}, and publishes {@link
 * com.asta.workflow.event.ProcessCancelled}. Knows nothing of the subsystems that do the work.
 */
package com.asta.workflow.service;

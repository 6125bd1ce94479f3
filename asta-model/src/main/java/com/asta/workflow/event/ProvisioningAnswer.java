package com.asta.workflow.event;

/**
 * The network's answer, on the queue {@code asta.provisioning.answer}, from any JMS client.
 *
 * @param orderId the order of the command
 * @param reason why it failed; null if it did not
 */
public record ProvisioningAnswer(long orderId, Result result, String reason) {
  /** What the network did. */
  public enum Result {
    DONE,
    FAILED
  }
}

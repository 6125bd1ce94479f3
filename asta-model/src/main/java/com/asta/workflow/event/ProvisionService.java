package com.asta.workflow.event;

/**
 * The command to the network, on the queue {@code asta.provisioning.command}, for any JMS client.
 *
 * @param businessKey also the JMS correlation id; an answer may carry it back
 * @param serialNumber the device that was shipped
 * @param attempt 1 for the first, more after a retry
 */
public record ProvisionService(
    long orderId,
    String businessKey,
    long accountId,
    long customerId,
    String serialNumber,
    int attempt) {
  /** The command in the form the network is promised. */
  public static ProvisionService of(ProcessCommand command) {
    return new ProvisionService(
        command.number("orderId"),
        command.businessKey(),
        command.number("accountId"),
        command.number("customerId"),
        command.text("serialNumber"),
        (int) command.number("attempt"));
  }
}

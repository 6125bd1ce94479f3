package com.asta.payments.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** PayU's messages, version 2.1 of its REST interface, as far as they matter here. */
final class PayuMessages {
  private PayuMessages() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OrderRequest(
      String extOrderId,
      String notifyUrl,
      String continueUrl,
      String customerIp,
      String merchantPosId,
      String description,
      String currencyCode,
      String totalAmount,
      String recurring,
      Buyer buyer,
      List<Product> products,
      PayMethods payMethods) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Buyer(String extCustomerId, String email, String firstName, String language) {}

  record Product(String name, String unitPrice, String quantity) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PayMethods(PayMethod payMethod) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PayMethod(String type, String value, String authorizationCode) {}

  record Status(String statusCode, String codeLiteral, String statusDesc) {
    /** The most specific word for what went wrong. */
    String failure() {
      return codeLiteral == null || codeLiteral.isBlank() ? statusCode : codeLiteral;
    }
  }

  record OrderResponse(Status status, String redirectUri, String orderId, String extOrderId) {}

  record Order(
      String orderId,
      String extOrderId,
      String status,
      String totalAmount,
      String currencyCode,
      PayMethod payMethod) {}

  record OrderList(List<Order> orders, Status status) {}

  record RefundRequest(RefundWish refund) {}

  record RefundWish(String description, String amount, String extRefundId, String currencyCode) {}

  record Refund(
      String refundId,
      String extRefundId,
      String amount,
      String currencyCode,
      String status,
      StatusError statusError) {}

  record StatusError(String code, String description) {}

  record RefundResponse(String orderId, Refund refund, Status status) {}

  record RefundList(List<Refund> refunds, Status status) {}

  /** A notification: of an order, or of a refund beside the order's numbers. */
  record Notification(Order order, String orderId, String extOrderId, Refund refund) {}

  record Token(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("expires_in") long expiresInSeconds) {}

  record Methods(List<CardToken> cardTokens) {}

  record CardToken(
      String value,
      String status,
      String cardNumberMasked,
      String cardExpirationYear,
      String cardExpirationMonth) {}
}

package com.asta.payments.service;

import com.asta.common.service.Json;
import com.asta.payments.rules.AttemptState;
import com.asta.payments.rules.PayChannel;
import com.asta.payments.rules.PayuWords;
import com.asta.payments.service.PayuMessages.Order;
import com.asta.payments.service.PayuMessages.OrderResponse;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Logger;

/**
 * PayU's REST interface 2.1: hosted page, BLIK code, card token, refunds, notifications. An order
 * whose answer was lost is placed again under its number, as a page: PayU refuses it if it knows
 * the number; if it does not, the first one never arrived.
 */
@ApplicationScoped
class PayuGateway implements PaymentGateway {
  static final String NAME = "PAYU";
  private static final Logger LOG = Logger.getLogger(PayuGateway.class.getName());
  private static final String ORDERS = "/api/v2_1/orders";
  private static final String NOT_UNIQUE = "ERROR_ORDER_NOT_UNIQUE";

  @Inject private Clock clock;

  private PayuSettings settings;
  private PayuClient client;
  private PayuLogin login;

  @PostConstruct
  void start() {
    settings = PayuSettings.ofServer();
    if (settings != null) {
      client = new PayuClient(settings);
      login = new PayuLogin(settings, client, clock);
      LOG.info(() -> "Electronic payments go to " + settings);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isOpen() {
    return settings != null;
  }

  @Override
  public ProviderAnswer order(ProviderOrder order) {
    return place(order, order.channel());
  }

  @Override
  public ProviderAnswer ask(ProviderOrder order, String providerId) {
    if (providerId != null) {
      return retrieved(providerId);
    }
    ProviderAnswer again = place(order, PayChannel.PAGE);
    if (again.providerId() == null || again.told() == AttemptState.REJECTED) {
      return again;
    }
    if (again.told() == null) {
      return retrieved(again.providerId());
    }
    // It never arrived. A customer who was to pay elsewhere than on a page is not waiting for one.
    return order.channel() == PayChannel.PAGE ? again : cancel(again.providerId());
  }

  private ProviderAnswer retrieved(String providerId) {
    ProviderAnswer found =
        call("GET", ORDERS + "/" + providerId, null, PayuMessages.OrderList.class)
            .filter(list -> list.orders() != null && list.orders().size() == 1)
            .map(list -> told(list.orders().get(0)))
            .orElse(ProviderAnswer.silence(providerId));
    if (found.told() != AttemptState.WAITING_FOR_CONFIRMATION) {
      return found;
    }
    // Reserved money is taken at once: nothing here waits to be shipped.
    call("POST", ORDERS + "/" + providerId + "/captures", null, OrderResponse.class);
    return found;
  }

  @Override
  public ProviderAnswer cancel(String providerId) {
    return call("DELETE", ORDERS + "/" + providerId, null, OrderResponse.class)
        .filter(answer -> answer.status() != null)
        .filter(answer -> "SUCCESS".equals(answer.status().statusCode()))
        .map(answer -> ProviderAnswer.of(AttemptState.CANCELLED, providerId))
        .orElseGet(() -> retrieved(providerId));
  }

  @Override
  public ProviderRefundAnswer refund(ProviderRefundOrder refund) {
    PayuMessages.RefundRequest wish =
        new PayuMessages.RefundRequest(
            new PayuMessages.RefundWish(
                refund.reason(),
                PayuWords.minorUnits(refund.amount()),
                refund.externalId(),
                refund.amount().currency()));
    return post(
            ORDERS + "/" + refund.orderId() + "/refunds", wish, PayuMessages.RefundResponse.class)
        .map(PayuRefunds::answer)
        .orElse(ProviderRefundAnswer.SILENCE);
  }

  @Override
  public ProviderRefundAnswer askRefund(ProviderRefundOrder refund) {
    Optional<PayuMessages.RefundList> known =
        call(
            "GET",
            ORDERS + "/" + refund.orderId() + "/refunds",
            null,
            PayuMessages.RefundList.class);
    if (known.isEmpty() || known.get().refunds() == null) {
      return ProviderRefundAnswer.SILENCE;
    }
    return known.get().refunds().stream()
        .filter(each -> refund.externalId().equals(each.extRefundId()))
        .findFirst()
        .map(PayuRefunds::told)
        .orElseGet(() -> refund(refund));
  }

  @Override
  public Optional<ProviderNotice> read(byte[] body, String signature) throws UnreadableNotice {
    return PayuNotices.read(body, signature, settings);
  }

  @Override
  public List<ProviderCard> cards(ProviderOrder.Payer payer) {
    return login
        .ofCustomer(payer)
        .flatMap(token -> client.json("GET", "/api/v2_1/paymethods", token, null))
        .filter(answer -> answer.status() == 200)
        .flatMap(answer -> parsed(answer.body(), PayuMessages.Methods.class))
        .filter(methods -> methods.cardTokens() != null)
        .map(
            methods ->
                methods.cardTokens().stream()
                    .filter(card -> "ACTIVE".equals(card.status()) && card.value() != null)
                    .map(PayuGateway::card)
                    .toList())
        .orElse(List.of());
  }

  @Override
  public boolean forget(ProviderOrder.Payer payer, String token) {
    return login
        .ofCustomer(payer)
        .flatMap(access -> client.json("DELETE", "/api/v2_1/tokens/" + token, access, null))
        .filter(answer -> answer.status() / 100 == 2 || answer.status() == 404)
        .isPresent();
  }

  private ProviderAnswer place(ProviderOrder order, PayChannel channel) {
    String body = Json.write(PayuOrders.request(order, channel, settings));
    Optional<String> access =
        order.rememberCard() || channel == PayChannel.CARD
            ? login.ofCustomer(order.payer())
            : login.ofShop();
    // Without a login nothing was sent, but that may pass.
    Optional<PayuClient.Answer> answer =
        access.flatMap(token -> client.json("POST", ORDERS, token, body));
    if (answer.isPresent() && answer.get().status() == 401) {
      login.renew();
    }
    return answer.map(PayuGateway::placed).orElse(ProviderAnswer.silence(null));
  }

  private static ProviderAnswer placed(PayuClient.Answer answer) {
    Optional<OrderResponse> read = parsed(answer.body(), OrderResponse.class);
    int status = answer.status();
    if (read.isEmpty() || read.get().status() == null || passes(status)) {
      return ProviderAnswer.silence(null);
    }
    OrderResponse response = read.get();
    String code = String.valueOf(response.status().statusCode());
    if (code.equals("SUCCESS") || code.startsWith("WARNING_CONTINUE")) {
      return new ProviderAnswer(
          AttemptState.PENDING,
          PayuOrders.id(response.orderId()),
          PayuOrders.page(response.redirectUri()),
          null,
          null,
          null);
    }
    if (code.equals(NOT_UNIQUE)) {
      return ProviderAnswer.silence(PayuOrders.id(response.orderId()));
    }
    return status < 400
        ? ProviderAnswer.silence(null)
        : ProviderAnswer.refused(PayuOrders.word(response.status().failure()));
  }

  /** Whether an answer is about the moment and not about what was asked. */
  private static boolean passes(int status) {
    return status >= 500 || status == 401 || status == 408 || status == 429;
  }

  private static ProviderAnswer told(Order order) {
    return PayuOrders.told(order)
        .orElseGet(() -> ProviderAnswer.silence(PayuOrders.id(order.orderId())));
  }

  private static ProviderCard card(PayuMessages.CardToken card) {
    String masked = card.cardNumberMasked() == null ? "****" : card.cardNumberMasked();
    try {
      return new ProviderCard(
          card.value(),
          masked,
          YearMonth.of(
                  Integer.parseInt(card.cardExpirationYear()),
                  Integer.parseInt(card.cardExpirationMonth()))
              .atEndOfMonth());
    } catch (RuntimeException noDate) {
      return new ProviderCard(card.value(), masked, null);
    }
  }

  private <T> Optional<T> post(String path, Object body, Class<T> type) {
    return call("POST", path, Json.write(body), type);
  }

  private <T> Optional<T> call(String method, String path, String body, Class<T> type) {
    return withToken(token -> client.json(method, path, token, body))
        .filter(answer -> !passes(answer.status()))
        .flatMap(answer -> parsed(answer.body(), type));
  }

  /** Once more with a new token if PayU does not take the old one. */
  private Optional<PayuClient.Answer> withToken(
      Function<String, Optional<PayuClient.Answer>> exchange) {
    Optional<PayuClient.Answer> answer = login.ofShop().flatMap(exchange);
    if (answer.isPresent() && answer.get().status() == 401) {
      login.renew();
      return login.ofShop().flatMap(exchange);
    }
    return answer;
  }

  static <T> Optional<T> parsed(String body, Class<T> type) {
    try {
      return Optional.of(Json.read(body, type));
    } catch (Json.Malformed nonsense) {
      LOG.warning(() -> "PayU's answer is no " + type.getSimpleName() + ": " + nonsense);
      return Optional.empty();
    }
  }
}

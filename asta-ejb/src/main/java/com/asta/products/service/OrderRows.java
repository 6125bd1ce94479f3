package com.asta.products.service;

import com.asta.common.service.Database;
import com.asta.products.model.OrderItem;
import com.asta.products.model.ProductOrder;
import com.asta.products.rules.OrderAction;
import com.asta.products.rules.OrderStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Orders as rows, the latest first. */
@ApplicationScoped
class OrderRows {
  private static final String ROWS =
      "select r.id, r.number, r.action, r.status, r.account_id, r.customer_id, r.wished_on,"
          + " r.placed_at, r.placed_by, v.name_en, v.name_pl,"
          + " (select count(*) from products.order_item i where i.order_id = r.id"
          + " and i.parent_id is null) as items"
          + " from products.product_order r"
          + " join products.order_item f on f.order_id = r.id and f.position = 0"
          + " join products.offer_version v on v.id = f.offer_version_id"
          + " where (? = '' or r.number ilike ?) and (? = '' or r.status = ?)"
          + " and (? = 0 or r.customer_id = ?) order by r.id desc offset ? limit ?";

  @Inject private Projections projections;

  List<OrderRow> list(OrderQuery query, int offset, int limit) {
    String number = query.number() == null ? "" : query.number().strip();
    String status = query.status() == null ? "" : query.status().name();
    long customer = query.customerId() == null ? 0 : query.customerId();
    return projections.list(
        ROWS,
        OrderRows::row,
        number,
        "%" + number.replace("%", "") + "%",
        status,
        status,
        customer,
        customer,
        offset,
        limit);
  }

  static OrderCard card(ProductOrder order) {
    return new OrderCard(
        order.getId(),
        order.getNumber(),
        order.getAction(),
        order.getStatus(),
        order.getAccountId(),
        order.getCustomerId(),
        order.getWishedOn(),
        order.getPlacedAt(),
        order.getPlacedBy(),
        order.getCompletedAt(),
        order.getCancelReason(),
        order.getProcessKey(),
        order.getItems().stream().map(OrderRows::card).toList());
  }

  private static OrderItemCard card(OrderItem item) {
    return new OrderItemCard(
        item.getPosition(),
        item.getParent() == null ? null : item.getParent().getPosition(),
        item.getVersion().getId(),
        item.getVersion().getCode(),
        item.getVersion().getNameEn(),
        item.getVersion().getNamePl(),
        item.getVersion().getFulfilment(),
        item.getServiceId(),
        item.isIncluded(),
        item.getStatus(),
        item.getSubscriptionId());
  }

  private static OrderRow row(ResultSet row) throws SQLException {
    Instant placed = row.getObject("placed_at", OffsetDateTime.class).toInstant();
    return new OrderRow(
        row.getLong("id"),
        row.getString("number"),
        OrderAction.valueOf(row.getString("action")),
        OrderStatus.valueOf(row.getString("status")),
        row.getLong("account_id"),
        row.getLong("customer_id"),
        Database.date(row, "wished_on"),
        placed,
        row.getString("placed_by"),
        row.getString("name_en"),
        row.getString("name_pl"),
        row.getLong("items"));
  }
}

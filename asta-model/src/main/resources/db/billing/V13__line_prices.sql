-- An invoice says quantity and price of its lines; a credit note's lines say before and after.
create or replace view billing.invoice_line as
  select i.account_id, i.bill_id as invoice_id, i.line, i.text_en, i.text_pl, i.service_id,
         i.period_start, i.period_end, i.quantity, i.unit, i.shown as net, i.vat_label, i.kind,
         i.subscription_id, null::integer as corrects_line, null::numeric(19, 4) as net_before,
         null::numeric(24, 6) as quantity_before, i.owner_account_id, i.owner_name,
         i.unit_price, i.net as exact_net
    from billing.bill_item i
  union all
  select account_id, invoice_id, line, text_en, text_pl, service_id, period_start, period_end,
         quantity, unit, net, vat_label, kind, subscription_id, corrects_line, net_before,
         quantity_before, owner_account_id, owner_name,
         null::numeric(24, 12), null::numeric(24, 12)
    from billing.credit_line;

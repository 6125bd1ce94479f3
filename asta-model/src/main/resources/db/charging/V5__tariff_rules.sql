-- A counter counts a day, a week or a month, or one grant of an allowance.
alter table charging.usage_counter rename column month to period_start;

-- The explanation of a long event by a rich tariff has no natural bound.
alter table charging.usage_record alter column explanation type text;

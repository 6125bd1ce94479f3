-- A counter counts a day, a week or a month, or one grant of an allowance.
alter table charging.usage_counter rename column month to period_start;

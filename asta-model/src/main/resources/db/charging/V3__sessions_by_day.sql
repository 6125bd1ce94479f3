-- The list of a day's sessions; nothing that a step changes is in it.
create index charging_session_started on charging.charging_session using brin (started_at);

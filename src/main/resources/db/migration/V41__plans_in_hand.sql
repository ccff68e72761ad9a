-- Plans under way, looked for regularly: those that came and have not been said to be here yet.
create index conversation_plan_under_way on conversation (id) where kind = 'plan-transfer' and state = 'sent';

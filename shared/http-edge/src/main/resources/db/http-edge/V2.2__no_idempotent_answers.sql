-- Each creating call answers its repetitions from what it made; nothing was ever stored here.
drop table idempotent_answer;

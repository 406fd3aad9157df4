-- Enrolments that cannot come again are forgotten by their age.
create index enrolment_inbox_built_at on enrolment_inbox (built_at);

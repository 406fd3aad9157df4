-- What was sent in calls of keys that may debug, sealed apart from the rest: lists of events do not read it.
ALTER TABLE event ADD COLUMN media bytea;

-- Events are deleted by the time that their application keeps them.
CREATE INDEX event_of_application_by_time ON event (application, time);

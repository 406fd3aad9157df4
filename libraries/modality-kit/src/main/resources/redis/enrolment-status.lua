-- The enrolment status of one person in one module. It is derived, never set: a template version says "enrolled",
-- else something pending says "building", else "not enrolled". Every change goes through this script.
--
-- KEYS[1]  a hash: `erasures`, `deletions`, `version` of the newest template (absent: not known here), and for every
--          accepted record that is not built yet a field `p:<enrolment id>` with the value
--          "<erasures> <deletions> <accepted ms> <partition> <offset>"; partition and offset are -1 until the broker
--          has acknowledged the record
-- ARGV[1]  what to do
--
-- pend    <id> <erasures> <deletions> <now ms>      a record is about to be produced
-- place   <id> <partition> <offset>                 the broker has it there
-- settle  <id>                                      the record was withdrawn, skipped or buried
-- version <erasures> <deletions> <version> [<id>]   a template exists, or (0) a generation begins; settles the id
-- release <id> <value>                              settles the id if it still has that value (for the watchdog)
-- read                                              changes nothing
--
-- Versions are ordered by (erasures, deletions, version) and never move back in that order; a new generation drops what
-- is pending of older ones, and nothing of an older generation becomes pending.
--
-- Answers {erasures, deletions, version, pending} with version -1 when none is known; `release` answers 1 or 0.

local key = KEYS[1]
local what = ARGV[1]

local function known()
  local v = redis.call('HMGET', key, 'erasures', 'deletions', 'version')
  if not v[3] then
    return nil
  end
  return { tonumber(v[1]), tonumber(v[2]), tonumber(v[3]) }
end

local function compare(a, b, length)
  for i = 1, length do
    if a[i] ~= b[i] then
      return a[i] < b[i] and -1 or 1
    end
  end
  return 0
end

local function drop_older_pending(version)
  local fields = redis.call('HGETALL', key)
  for i = 1, #fields, 2 do
    if string.sub(fields[i], 1, 2) == 'p:' then
      local erasures, deletions = string.match(fields[i + 1], '^(%d+) (%d+) ')
      if compare({ tonumber(erasures), tonumber(deletions) }, version, 2) < 0 then
        redis.call('HDEL', key, fields[i])
      end
    end
  end
end

if what == 'pend' then
  local version = known()
  if not version or compare({ tonumber(ARGV[3]), tonumber(ARGV[4]) }, version, 2) >= 0 then
    redis.call('HSET', key, 'p:' .. ARGV[2], table.concat({ ARGV[3], ARGV[4], ARGV[5], '-1', '-1' }, ' '))
  end
elseif what == 'place' then
  local entry = redis.call('HGET', key, 'p:' .. ARGV[2])
  if entry then
    local head = string.match(entry, '^%d+ %d+ %d+')
    redis.call('HSET', key, 'p:' .. ARGV[2], table.concat({ head, ARGV[3], ARGV[4] }, ' '))
  end
elseif what == 'settle' then
  redis.call('HDEL', key, 'p:' .. ARGV[2])
elseif what == 'version' then
  local new = { tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]) }
  local old = known()
  if not old or compare(new, old, 3) > 0 then
    redis.call('HSET', key, 'erasures', ARGV[2], 'deletions', ARGV[3], 'version', ARGV[4])
    if old and compare(new, old, 2) > 0 or not old then
      drop_older_pending(new)
    end
  end
  if ARGV[5] then
    redis.call('HDEL', key, 'p:' .. ARGV[5])
  end
elseif what == 'release' then
  if redis.call('HGET', key, 'p:' .. ARGV[2]) == ARGV[3] then
    return redis.call('HDEL', key, 'p:' .. ARGV[2])
  end
  return 0
elseif what ~= 'read' then
  return redis.error_reply('enrolment-status.lua: unknown operation ' .. what)
end

local now = known()
local fields = redis.call('HLEN', key)
if now then
  return { now[1], now[2], now[3], fields - 3 }
end
return { 0, 0, -1, fields }

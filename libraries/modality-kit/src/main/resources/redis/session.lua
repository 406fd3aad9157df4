-- A session and what lives and dies with it.
--
-- KEYS[1]  the session: a hash with the field `record` (sealed) and one field `token:<module>` for each module
-- KEYS[2]  the sessions of the same hash tag: a sorted set of their secrets by the time of opening, for erasure
-- ARGV[1]  what to do
-- ARGV[2]  life in milliseconds, counted anew from every call
--
-- open  <record> <now ms> <secret>   stores the session; answers 1
-- find                               answers the record, or nil when there is no such session
-- token <module> <record>            keeps the module's newest token; answers 1, or 0 when there is no such session
-- spoken <module>                    answers the module's newest token, or nil
--
-- The set may name sessions that are over: opening one sweeps the oldest of them out.

local session, sessions = KEYS[1], KEYS[2]
local what, life = ARGV[1], ARGV[2]

local function touch()
  redis.call('PEXPIRE', session, life)
  redis.call('PEXPIRE', sessions, life)
end

if what == 'open' then
  local now = tonumber(ARGV[4])
  redis.call('HSET', session, 'record', ARGV[3])
  local prefix = string.sub(session, 1, -(#ARGV[5] + 1))
  for _, old in ipairs(redis.call('ZRANGEBYSCORE', sessions, '-inf', now - tonumber(life), 'LIMIT', 0, 16)) do
    if redis.call('EXISTS', prefix .. old) == 0 then
      redis.call('ZREM', sessions, old)
    end
  end
  redis.call('ZADD', sessions, now, ARGV[5])
  touch()
  return 1
end

if redis.call('EXISTS', session) == 0 then
  if what == 'token' then
    return 0
  end
  return false
end
touch()

if what == 'find' then
  return redis.call('HGET', session, 'record')
elseif what == 'token' then
  redis.call('HSET', session, 'token:' .. ARGV[3], ARGV[4])
  return 1
elseif what == 'spoken' then
  return redis.call('HGET', session, 'token:' .. ARGV[3])
end
return redis.error_reply('session.lua: unknown operation ' .. what)

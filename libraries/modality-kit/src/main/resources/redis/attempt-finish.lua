-- Finishes an attempt, whatever became of it: frees the lease and returns the reservation. An answer also settles the
-- reservation, is stored, and consumes the token that was checked; it counts only if all that still fits.
--
-- ARGV  1 module
--       2 attempt
--       3 owner
--       4 now, ms
--       5 length of the lease, ms
--       6 `released`, and nothing more; or `enrolled`, `passed` or `failed`, with
--       7 the answer: "<erasures> <deletions> <sealed>"
--       8 the token that was checked, as begin gave it; or empty
--       9 the same token, consumed
--      10 device
--      11 rules of the budget, see rules_of; empty for none
--
-- Answers
--   {'released'}        as asked
--   {'settled', left}   stored; attempts left, or -1
--   {'stored', answer}  the lease was no longer the owner's, and another run of the same attempt has answered
--   {'lost'}            the lease was no longer the owner's, or the person was deleted: the answer does not count
--   {'token'}           the token was replaced or consumed meanwhile: the answer does not count

local module, attempt, owner = ARGV[1], ARGV[2], ARGV[3]
local now, length, outcome = tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6]

local answer_field = 'answer:' .. module .. ':' .. attempt
local lease_field = 'lease:' .. module .. ':' .. attempt
local token_field = 'token:' .. module

redis.call('HDEL', budget, 'reserved:' .. owner)

local until_ms, holder = string.match(redis.call('HGET', session, lease_field) or '', '^(%d+) (.+)$')
if holder == owner then
  redis.call('HDEL', session, lease_field)
end
if outcome == 'released' then
  return { 'released' }
end

local answer, checked, consumed = ARGV[7], ARGV[8], ARGV[9]
local device, rules = ARGV[10], rules_of(ARGV[11])

if holder ~= owner or not lasts(tonumber(until_ms), length, now) then
  local stored = stored_answer(answer_field)
  return stored and { 'stored', stored } or { 'lost' }
end
local erasures, deletions = string.match(answer, '^(%d+) (%d+) ')
if is_gone(tonumber(erasures), tonumber(deletions)) then
  return { 'lost' }
end
if checked ~= '' and redis.call('HGET', session, token_field) ~= checked then
  return { 'token' }
end

-- A device is known by its last success; beyond some, the one that succeeded longest ago is forgotten with its counter.
local function remember()
  local own = 'counter:' .. device
  local counter = read_counter(own, rules, now)
  counter.row, counter.used = 0, now
  keep(own, counter)
  local count, oldest, oldest_use = 0, nil, nil
  local all = redis.call('HGETALL', budget)
  for i = 1, #all, 2 do
    if string.sub(all[i], 1, 8) == 'counter:' and all[i] ~= EVERYBODY then
      count = count + 1
      local used = cjson.decode(all[i + 1]).used
      if all[i] ~= own and (not oldest or used < oldest_use) then
        oldest, oldest_use = all[i], used
      end
    end
  end
  if count > DEVICES then
    redis.call('HDEL', budget, oldest)
  end
end

local left = -1
if outcome ~= 'enrolled' and rules then
  local field = counter_field(device)
  local counter = read_counter(field, rules, now)
  if outcome == 'failed' then
    counter.row = counter.row + 1
    counter.failures[#counter.failures + 1] = now
    keep(field, counter)
  else
    if counter.row > 0 then
      counter.row = 0
      keep(field, counter)
    end
    remember()
    field = counter_field(device)
    counter = read_counter(field, rules, now)
  end
  left = room(counter, reserved(field, length, now), rules, now)
end

redis.call('HSET', session, answer_field, answer)
if checked ~= '' then
  redis.call('HSET', session, token_field, consumed)
end
return { 'settled', left }

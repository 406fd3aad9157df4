-- What attempt-begin.lua and attempt-finish.lua share; it stands in front of each.
--
-- KEYS[1]  the session, a hash: `record`, `token:<module>`, and for attempts
--          `lease:<module>:<attempt>`   "<until ms> <owner>" of whoever works on it
--          `answer:<module>:<attempt>`  "<erasures> <deletions> <sealed>"
-- KEYS[2]  the enrolment status of person and module, see enrolment-status.lua
-- KEYS[3]  the attempt budget of person and module, a hash
--          `counter:<name>`     JSON: `row` failures since the last success, `used` ms of the last success, `failures`:
--                               ms of each in the window, oldest first. The name is that of a device that has succeeded
--                               before, or `everybody` for all others
--          `reserved:<owner>`   "<until ms> <counter field>": an attempt that is running
--
-- Times are the caller's. What lies further ahead than it can was written before the clock was set back, and counts as over
-- (a lease) or as of this moment (a failure): a clock that steps back must not lock anybody out for the length of the step.

local session, status, budget = KEYS[1], KEYS[2], KEYS[3]

local EVERYBODY = 'counter:everybody'
local DEVICES = 3
local KEPT_MS = 90 * 24 * 3600 * 1000
local SOON_MS = 1000

-- Failures in a row, ms to wait after them, the longest wait, most failures in the window, ms of the window, failures in it
-- that are told with their score; nil for none.
local function rules_of(text)
  local numbers = {}
  for number in string.gmatch(text, '%d+') do
    numbers[#numbers + 1] = tonumber(number)
  end
  if #numbers == 0 then
    return nil
  end
  return {
    consecutive = numbers[1],
    wait = numbers[2],
    longest = numbers[3],
    most = numbers[4],
    window = numbers[5],
    told = numbers[6],
  }
end

-- Whether something that lasts until then is still going on; twice its length allows for clocks that differ.
local function lasts(until_ms, length, now)
  return until_ms > now and until_ms <= now + 2 * length
end

local function keep(field, counter)
  redis.call('HSET', budget, field, cjson.encode(counter))
  redis.call('PEXPIRE', budget, KEPT_MS)
end

local function counter_field(device)
  local own = 'counter:' .. device
  return redis.call('HEXISTS', budget, own) == 1 and own or EVERYBODY
end

local function read_counter(field, rules, now)
  local kept = redis.call('HGET', budget, field)
  local counter = kept and cjson.decode(kept) or { row = 0, used = 0, failures = {} }
  local recent, stepped_back = {}, false
  for _, failed in ipairs(counter.failures) do
    if failed > now then
      failed, stepped_back = now, true
    end
    if failed > now - rules.window then
      recent[#recent + 1] = failed
    end
  end
  counter.failures = recent
  if stepped_back then
    keep(field, counter)
  end
  return counter
end

-- Running attempts of a counter; those that lapsed are forgotten.
local function reserved(field, length, now)
  local count = 0
  local all = redis.call('HGETALL', budget)
  for i = 1, #all, 2 do
    if string.sub(all[i], 1, 9) == 'reserved:' then
      local until_ms, of = string.match(all[i + 1], '^(%d+) (.+)$')
      if not lasts(tonumber(until_ms), length, now) then
        redis.call('HDEL', budget, all[i])
      elseif of == field then
        count = count + 1
      end
    end
  end
  return count
end

-- The wait doubles with every failure after those in a row, counted from the last one.
local function pause(counter, rules, now)
  local last = counter.failures[#counter.failures]
  if counter.row < rules.consecutive or not last then
    return 0
  end
  local doublings = math.min(counter.row - rules.consecutive, 30)
  return last + math.min(rules.wait * 2 ^ doublings, rules.longest) - now
end

-- How many attempts may begin now; and when there is none, in how many ms to ask again. What runs counts as failed; after a
-- wait there is one attempt at a time.
local function room(counter, running, rules, now)
  local failures = counter.failures
  if #failures >= rules.most then
    return 0, failures[#failures - rules.most + 1] + rules.window - now
  end
  local wait = pause(counter, rules, now)
  if wait > 0 then
    return 0, wait
  end
  local left = math.min(math.max(rules.consecutive - counter.row, 1), rules.most - #failures) - running
  if left > 0 then
    return left, 0
  end
  return 0, SOON_MS
end

-- Whether one more failure may be told with its score. All counters count together, and what runs as failed: who knows what
-- phone the owner has, or asks in parallel, learns no more than others.
local function may_tell(length, rules, now)
  local failures = 0
  local all = redis.call('HGETALL', budget)
  for i = 1, #all, 2 do
    if string.sub(all[i], 1, 8) == 'counter:' then
      failures = failures + #read_counter(all[i], rules, now).failures
    elseif string.sub(all[i], 1, 9) == 'reserved:' and lasts(tonumber(string.match(all[i + 1], '^%d+')), length, now) then
      failures = failures + 1
    end
  end
  return failures < rules.told
end

-- Whether something of this generation was made before a deletion or erasure that Redis knows of.
local function is_gone(erasures, deletions)
  local known = redis.call('HMGET', status, 'erasures', 'deletions')
  if not known[1] then
    return false
  end
  if tonumber(known[1]) ~= erasures then
    return tonumber(known[1]) > erasures
  end
  return tonumber(known[2]) > deletions
end

-- The stored answer, unless it was made before a deletion.
local function stored_answer(field)
  local answer = redis.call('HGET', session, field)
  if not answer then
    return nil
  end
  local erasures, deletions = string.match(answer, '^(%d+) (%d+) ')
  if is_gone(tonumber(erasures), tonumber(deletions)) then
    redis.call('HDEL', session, field)
    return nil
  end
  return answer
end

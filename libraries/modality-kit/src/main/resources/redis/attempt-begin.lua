-- Begins an attempt: judges, and only then takes the lease and, for an authentication, reserves one attempt of the budget.
-- Nothing is changed for who is refused or has to wait.
--
-- ARGV  1 module
--       2 attempt: what names it within session and module
--       3 owner: names this run of it
--       4 now, ms
--       5 length of the lease, ms
--       6 a stored answer that could not be opened: it is dropped; or empty
--       7 `enroll` or `auth`
--       8 token: `unasked`, `optional` or `required`
--       9 life of a token, ms
--      10 device
--      11 rules of the budget, see rules_of; empty for none
--
-- Answers, in the order of judgement:
--   {'session'}                        the session is over
--   {'stored', answer}                 answered before
--   {'running'}                        somebody works on it
--   {'token'}                          there is no token left
--   {'template', known, pending}       no template known to Redis; whether it knows of any version, and what is pending
--   {'budget', ms}                     no attempt left for so long
--   {'begun', token, left, told}       begun; the newest token or '', attempts left beside this one or -1, and 1 if the
--                                      caller may learn the score should it fail, else 0

local module, attempt, owner = ARGV[1], ARGV[2], ARGV[3]
local now, length = tonumber(ARGV[4]), tonumber(ARGV[5])
local unusable, kind, token_rule, token_life = ARGV[6], ARGV[7], ARGV[8], tonumber(ARGV[9])
local device, rules = ARGV[10], rules_of(ARGV[11])

local answer_field = 'answer:' .. module .. ':' .. attempt
local lease_field = 'lease:' .. module .. ':' .. attempt

if redis.call('HEXISTS', session, 'record') == 0 then
  return { 'session' }
end

local answer = stored_answer(answer_field)
if answer and answer ~= unusable then
  return { 'stored', answer }
elseif answer then
  redis.call('HDEL', session, answer_field)
end

local lease = redis.call('HGET', session, lease_field)
if lease and lasts(tonumber(string.match(lease, '^%d+')), length, now) then
  return { 'running' }
end

local token = redis.call('HGET', session, 'token:' .. module)

-- As IssuedToken.state judges it.
local function token_state()
  if not token then
    return 'none'
  end
  local issued = cjson.decode(token)
  if issued.used then
    return 'spent'
  elseif now < issued.issuedAt + token_life then
    return 'live'
  end
  return issued.type == 'auth' and 'spent' or 'none'
end

local left, told = -1, 1
if kind == 'auth' then
  if token_rule ~= 'unasked' then
    local state = token_state()
    if state == 'spent' or (token_rule == 'required' and state == 'none') then
      return { 'token' }
    end
  end

  local version = redis.call('HGET', status, 'version')
  if not version or tonumber(version) == 0 then
    local fields = redis.call('HLEN', status)
    return { 'template', version and 1 or 0, version and fields - 3 or fields }
  end

  if rules then
    local field = counter_field(device)
    local free, wait = room(read_counter(field, rules, now), reserved(field, length, now), rules, now)
    if free == 0 then
      return { 'budget', math.ceil(wait) }
    end
    left = free - 1
    told = may_tell(length, rules, now) and 1 or 0
    redis.call('HSET', budget, 'reserved:' .. owner, string.format('%.0f', now + length) .. ' ' .. field)
    redis.call('PEXPIRE', budget, KEPT_MS)
  end
end

redis.call('HSET', session, lease_field, string.format('%.0f', now + length) .. ' ' .. owner)
return { 'begun', token or '', left, told }

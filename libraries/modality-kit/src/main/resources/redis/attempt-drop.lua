-- Drops stored answers that were made before a deletion. What still runs needs nothing: attempt-finish.lua refuses it.
--
-- KEYS     sessions of one person
-- ARGV[1]  module
-- ARGV[2]  erasures and
-- ARGV[3]  deletions of the generation that has begun
--
-- Answers how many there were.

local prefix = 'answer:' .. ARGV[1] .. ':'
local new_erasures, new_deletions = tonumber(ARGV[2]), tonumber(ARGV[3])
local dropped = 0
for _, session in ipairs(KEYS) do
  local fields = redis.call('HGETALL', session)
  for i = 1, #fields, 2 do
    if string.sub(fields[i], 1, #prefix) == prefix then
      local erasures, deletions = string.match(fields[i + 1], '^(%d+) (%d+) ')
      erasures, deletions = tonumber(erasures), tonumber(deletions)
      if erasures < new_erasures or (erasures == new_erasures and deletions < new_deletions) then
        dropped = dropped + redis.call('HDEL', session, fields[i])
      end
    end
  end
end
return dropped

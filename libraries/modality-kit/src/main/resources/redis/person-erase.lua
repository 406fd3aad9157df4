-- Removes the sessions of a hash tag, with all that lives and dies with them, and other keys of the person.
--
-- KEYS[1]  the set of sessions, see session.lua
-- KEYS[2..] keys to remove as they are
-- ARGV[1]  what the keys of the sessions begin with
--
-- Answers how many keys there were.

local removed = 0
for _, secret in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  removed = removed + redis.call('UNLINK', ARGV[1] .. secret)
end
for _, key in ipairs(KEYS) do
  removed = removed + redis.call('UNLINK', key)
end
return removed

-- save.lua - people who save an answer again and again, for wrk.
--
-- wrk -t N -c N -s save.lua ADDRESS -- FOLDER
-- FOLDER/1 ... FOLDER/N: what each sends as its cookie, then a line
-- "key token" for each form it was shown.  Saving ends with the forms.

local people = 0

function setup(thread)
	people = people + 1
	thread:set("person", people)
end

function init(args)
	local file = assert(io.open(args[1] .. "/" .. person))
	cookie = file:read("*l")
	forms = {}
	for line in file:lines() do
		forms[#forms + 1] = line
	end
	version = 1
	at = 0
	saved = 0
	failed = 0
end

function request()
	at = at + 1
	local key, token = (forms[at] or "0 0"):match("(%S+) (%S+)")
	local body = "action=save&key=" .. key .. "&token=" .. token ..
	    "&v.c.q1=" .. version .. ".&c.q1=" ..
	    string.rep("Trois appels ce matin, deux demain. ", 10) .. at
	return wrk.format("POST", nil, { ["Cookie"] = cookie,
	    ["Content-Type"] = "application/x-www-form-urlencoded",
	    ["Sec-Fetch-Site"] = "same-origin" }, body)
end

function response(status)
	if status == 303 then
		saved = saved + 1
		version = version + 1
	else
		failed = failed + 1
	end
	if at >= #forms then
		wrk.thread:stop()
	end
end

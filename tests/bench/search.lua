-- search.lua - wrk asks the questions of a file: language, tab, question.
--
-- A second argument, wordpress, asks them as WordPress wants them.

local asked, number = {}, 0

local function escaped(text)
	return (text:gsub("[^%w]", function(letter)
		return string.format("%%%02X", letter:byte())
	end))
end

function init(args)
	for line in io.lines(args[1]) do
		local lang, question = line:match("^(%a+)\t(.*)$")
		asked[#asked + 1] = (args[2] == "wordpress" and "/?s=" or
		    "/" .. lang .. "/search?q=") .. escaped(question)
	end
end

function request()
	number = number % #asked + 1
	return wrk.format("GET", asked[number])
end

function done(summary, latency)
	io.write(string.format("asked %.0f\t%.1f\t%.1f\t%d not answered\n",
	    summary.requests / summary.duration * 1e6,
	    latency:percentile(50) / 1000, latency:percentile(95) / 1000,
	    summary.errors.status + summary.errors.timeout))
end

# languages.awk - i18n/LOCALES to nginx's locations: what lies below a
# language depends on its address only and may be kept.

BEGIN {
	print "# languages.conf - made from i18n/LOCALES."
}

!/^#/ && NF > 0 {
	printf "location /%s/ {\n\tinclude\t\tprofint/cached.conf;\n}\n", $1
}

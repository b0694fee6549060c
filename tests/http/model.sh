# model.sh - a reader sees the whole model: areas and their factors.

. tests/lib.sh
need_database

for tag in $(languages); do
	get "/$tag/model"
	is "$tag: the model is there" "$status" 200
	is "$tag: the navigation says where one is" \
	    "$(grep -c "href=\"/$tag/model\" aria-current=\"page\"" \
	    "$answer/body")" 1
	is "$tag: a wheel" "$(grep -c '<svg class="wheel"' "$answer/body")" 1
	is "$tag: all areas, in their order" "$(links "^/$tag/area/")" \
	    "$(query "SELECT '/$tag/area/' || slug FROM item
	    WHERE kind = 'area' ORDER BY position")"
	is "$tag: all factors, by area and number" \
	    "$(links "^/$tag/factor/")" \
	    "$(query "SELECT '/$tag/factor/' || factor.slug
	    FROM item AS factor JOIN item AS area ON area.slug = factor.area
	    WHERE factor.kind = 'factor' AND area.kind = 'area'
	    ORDER BY area.position, factor.position")"
	query "SELECT title FROM item_text JOIN item USING (item_id)
	    WHERE kind IN ('area', 'factor') AND lang = '$tag'" \
	    >"$answer/titles"
	missing=
	while read -r title; do
		grep -qF -e "$title" "$answer/body" ||
			missing="$missing $title"
	done <"$answer/titles"
	is "$tag: each by its name" "$missing" ''
done

get /fr/model
is 'factors keep their numbers across areas' "$(grep -oE \
    '<li value="[0-9]+"' "$answer/body" | sort -u | wc -l)" \
    "$(query "SELECT count(*) FROM item WHERE kind = 'factor'")"
get /fr/model/
is 'a slash too many is taken away' "$status $(header Location)" \
    '301 /fr/model'

done_testing

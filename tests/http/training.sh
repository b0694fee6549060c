# training.sh - a reader looks for training.

. tests/lib.sh
need_database

# usage: published KIND	prints its addresses in editorial order
published() {
	query "SELECT '/$tag/$1/' || slug FROM item WHERE kind = '$1'
	    AND successor IS NULL ORDER BY position, slug"
}

for tag in $(languages); do
	get "/$tag/module"
	is "$tag: training is there" "$status" 200
	is "$tag: the navigation says where one is" \
	    "$(grep -c "href=\"/$tag/module\" aria-current=\"page\"" \
	    "$answer/body")" 1
	is "$tag: all modules, in their order" \
	    "$(links "^/$tag/module/.")" "$(published module)"
	is "$tag: all cases, in their order" \
	    "$(links "^/$tag/case/")" "$(published case)"
	is "$tag: a module says how long it takes, alone and in a group" \
	    "$(grep -oE '^<span>[^<0-9]+[0-9]+ ' "$answer/body" |
	    grep -oE '[0-9]+')" "$(query "SELECT unnest(ARRAY[
	    sum(alone_minutes), sum(group_minutes)]) FROM item
	    JOIN item_step USING (item_id) WHERE successor IS NULL
	    GROUP BY item.item_id ORDER BY item.position, item.slug")"
	is "$tag: a card each, with its reading time" \
	    "$(grep -c '<article class="card ' "$answer/body")" \
	    "$({ published module; published case; } | wc -l)"
done

done_testing

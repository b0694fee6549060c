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
	is "$tag: a card each, with its reading time" \
	    "$(grep -c '<article class="card ' "$answer/body")" \
	    "$({ published module; published case; } | wc -l)"
done

done_testing

<?php
/*
 * wordpress.php - texts become posts.
 *
 * usage: php wordpress.php SITE <texts	lines of JSON: title, summary, body
 */
define('WP_IMPORTING', true);
$_SERVER['HTTP_HOST'] = 'localhost';
require $argv[1] . '/wp-load.php';

wp_suspend_cache_addition(true);
$wpdb->query('START TRANSACTION');
foreach (get_posts(['post_type' => 'any', 'numberposts' => -1]) as $sample)
	wp_delete_post($sample->ID, true);
$number = 0;
while (($line = fgets(STDIN)) !== false) {
	$text = json_decode($line, true);
	$added = wp_insert_post(wp_slash([
	    'post_title' => $text['title'],
	    'post_excerpt' => $text['summary'],
	    'post_content' => '<p>' . str_replace("\n", "</p>\n<p>",
		htmlspecialchars($text['body'])) . '</p>',
	    'post_status' => 'publish']), true);
	if (is_wp_error($added)) {
		fwrite(STDERR, $added->get_error_message() . "\n");
		exit(1);
	}
	$number++;
}
$wpdb->query('COMMIT');
echo $number, "\n";

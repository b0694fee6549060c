-- purge-busiest - the hour in which most spaces were made (owner)
-- Zero rows or one.

SELECT to_char(hour, 'YYYY-MM-DD"T"HH24') AS hour,
       spaces
  FROM learn.hour
 ORDER BY spaces DESC, hour DESC
 LIMIT 1

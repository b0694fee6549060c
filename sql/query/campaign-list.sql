-- campaign-list - the campaigns that the device here leads (learn)
-- Zero rows or more, the one that ends last first.

SELECT encode(campaign.space_id, 'hex') AS id,
       device.wrapped_key,
       campaign.tool,
       campaign.sealed_title,
       campaign.closes_on,
       campaign.closed
  FROM learn.campaign
  JOIN learn.device USING (space_id)
 ORDER BY campaign.closes_on DESC, campaign.space_id

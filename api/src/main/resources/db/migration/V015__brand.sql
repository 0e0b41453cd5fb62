-- How the reports of a tenant look: title, subtitle and accent, as its owner set them.
ALTER TABLE tenant_setting ADD COLUMN brand_title TEXT;
ALTER TABLE tenant_setting ADD COLUMN brand_subtitle TEXT;
ALTER TABLE tenant_setting ADD COLUMN brand_accent TEXT;

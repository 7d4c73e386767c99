-- What one needs to look around on one's own machine; `make up` and init_db.sh run it. Can be run again.
SET client_min_messages = warning;
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'admin') THEN
    CREATE ROLE admin LOGIN PASSWORD 'admin123';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'engineer') THEN
    CREATE ROLE engineer LOGIN PASSWORD 'engineer123';
  END IF;
END
$$;
GRANT USAGE ON SCHEMA public TO admin, engineer;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO admin;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO admin;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO engineer;
INSERT INTO vehicle (vin, label) VALUES
  ('WVWZZZ1JZXW000001', 'Test bench 1'),
  ('WVWZZZ1JZXW000002', 'Test bench 2')
ON CONFLICT (vin) DO NOTHING;

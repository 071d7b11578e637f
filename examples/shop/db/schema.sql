-- Who counted what, and when.
-- @implements IP-1.1.3/AC1, IP-1.1.3/AC4
CREATE TABLE correction (
  article    TEXT        NOT NULL,
  counted    INTEGER     NOT NULL,
  counted_by TEXT        NOT NULL,
  counted_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- @implements weekly-routine#purchasing-workflow/AC1
CREATE VIEW forecast AS
SELECT article, avg(units) AS units_a_week
FROM sale
WHERE sold_at > now() - INTERVAL '56 days'
GROUP BY article;

-- @implements IP-1.2.1/
CREATE VIEW slow_mover AS
SELECT article FROM stock
EXCEPT
SELECT article FROM sale WHERE sold_at > now() - INTERVAL '90 days';

package store_test

import (
	"fmt"
	"testing"

	"signpost/bot/sessionlog"
	"signpost/bot/store"
	"signpost/directory"
)

// logged is a store with 100,000 logs of 40 groups over three years, put in by hand:
// no more can be saved than fit into 14 days.
func logged(b *testing.B) *store.Store {
	s, _, path := newStore(b)
	change(b, path, series(200)+`INSERT INTO person (id, since, sealed) SELECT 'p' || value, 0, x'' FROM series`)
	change(b, path, series(100_000)+`INSERT INTO session_log
		SELECT value, 'log' || value, 1, 'service' || (value % 200), 'schedule' || (value % 200), 'o' || value, 'g' || (value % 40),
			unixepoch(d) * 1000, date(d), strftime('%Y%m', d), 0, 'ran', 10, 14, value % 9, value % 9, NULL, NULL, NULL, NULL,
			'pa en ur', 'sleep money housing', '5a7b36a1-0d5c-4f0e-9d3a-000000000001 5a7b36a1-0d5c-4f0e-9d3a-000000000002',
			'', date(d), date(d), 0, x''
		FROM (SELECT value, datetime('2023-12-01 10:00', '+' || (value / 40 * 3 / 7) || ' days') d FROM series)`)
	change(b, path, `INSERT INTO log_author SELECT id, 1, 'p' || (n % 200), 'first_aider', 0 FROM session_log`)
	return s
}

// series are the numbers below n, as the rows of a table.
func series(n int) string {
	return fmt.Sprintf(`WITH RECURSIVE series (value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM series WHERE value < %d) `, n-1)
}

// BenchmarkLogsOfAQuarter reads and adds up a group's quarter among 100,000 logs.
func BenchmarkLogsOfAQuarter(b *testing.B) { benchmarkLogs(b, "g7") }

// BenchmarkLogsOfAllOfAQuarter does the same for all groups.
func BenchmarkLogsOfAllOfAQuarter(b *testing.B) { benchmarkLogs(b, "") }

func benchmarkLogs(b *testing.B, group string) {
	s := logged(b)
	n := 0
	for b.Loop() {
		logs, err := s.Logs(b.Context(), group, "2025-04-01", "2025-06-30")
		if err != nil {
			b.Fatal(err)
		}
		n = len(logs)
		var visits sessionlog.Band
		needs := map[directory.Need]int{}
		for _, l := range logs {
			visits = visits.Add(l.Visits)
			for _, need := range l.Needs {
				needs[need]++
			}
		}
		if n == 0 || needs["sleep"] != n || visits.Min != 10*n {
			b.Fatal(fmt.Sprint(n, needs, visits))
		}
	}
	b.ReportMetric(float64(n), "logs")
}

// BenchmarkLastLog finds last week's log of a schedule, as each /log does.
func BenchmarkLastLog(b *testing.B) {
	s := logged(b)
	for b.Loop() {
		if _, ok, err := s.LastLog(b.Context(), "schedule7", noon); !ok || err != nil {
			b.Fatal(ok, err)
		}
	}
}

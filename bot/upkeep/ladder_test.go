package upkeep

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"signpost/directory"
)

// nine is nine in the morning, so many days after a Sunday in March, a week
// before the clocks change.
func nine(days int) time.Time {
	return time.Date(2030, 3, 24, 9, 0, 0, 0, directory.London).AddDate(0, 0, days)
}

// climb looks at a question each morning and tells on which days it moved where.
// reaches says on which days a message gets through.
func climb(q Question, days int, reaches func(day int) bool) []string {
	var moves []string
	for d := range days {
		next, moved := Monthly.Next(q, nine(d))
		if !moved {
			continue
		}
		q = next
		moves = append(moves, fmt.Sprintf("%d:%d", d, q.Stage))
		if q.Asked.IsZero() && q.Stage <= ToldOffice && reaches(d) {
			q.Asked = nine(d).Add(time.Minute)
		}
	}
	return moves
}

func TestNext(t *testing.T) {
	always, never := func(int) bool { return true }, func(int) bool { return false }
	confirmed := Question{Service: "s", Confirmed: day(nine(0))}
	away := confirmed
	away.Away = day(nine(40))
	left := Question{Service: "s", Confirmed: day(nine(0)), Stage: AskedFirst, Since: nine(30), Asked: nine(30), Away: day(nine(60))}
	numbers := Question{Service: CrisisNumbers, Confirmed: day(nine(0))}
	for _, c := range []struct {
		name    string
		q       Question
		reaches func(int) bool
		want    []string
	}{
		{"nobody answers: 30 days, then 3, 7, 14 and 45 after the question", confirmed, always, []string{"30:1", "33:2", "37:3", "44:4", "75:5"}},
		{"never confirmed by an admin: it can't go stale", Question{Service: "s"}, always, nil},
		{"away until the 40th day", away, always, []string{"41:1", "44:2", "48:3", "55:4", "86:5"}},
		{"asked, then away until the 60th day: the days count from there", left, always, []string{"63:2", "67:3", "74:4", "105:5"}},
		{"nothing gets through: the office learns of it, the card stays", confirmed, never, []string{"30:1", "33:2", "37:3"}},
		{"only the second admin is reached: the days count from then", confirmed, func(d int) bool { return d > 30 }, []string{"30:1", "33:2", "40:3", "47:4", "78:5"}},
		{"the numbers of the urgent card: each week, and never hidden", numbers, always, []string{"30:3", "37:3", "44:3", "51:3", "58:3", "65:3", "72:3", "79:3", "86:3", "93:3", "100:3", "107:3"}},
	} {
		if got := climb(c.q, 110, c.reaches); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Who looks only after months does not skip those who should have been asked.
func TestNextGoesOneStageAtATime(t *testing.T) {
	q := Question{Service: "s", Confirmed: "2029-01-01", Stage: AskedFirst, Since: nine(-300), Asked: nine(-300)}
	if next, moved := Monthly.Next(q, nine(0)); !moved || next.Stage != AskedSecond {
		t.Errorf("moved %v to %d", moved, next.Stage)
	}
}
